package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.TcpState;
import java.util.Optional;

/**
 * What an end of a TCP connection must have been like.
 *
 * @param end which end
 * @param state its state at the end of the run
 * @param states its states at instants, after all that happens in them
 * @param sent how many bytes of data it has sent, each counted once
 * @param resent how many bytes of data it has sent again
 * @param received how many bytes of data have come in order, read or not
 * @param retransmissions how many segments it has sent again, SYN and FIN included
 */
public record ConnectionExpectation(
        End end,
        Optional<Placed<TcpState>> state,
        ImmutableList<StateAt> states,
        Optional<Placed<Long>> sent,
        Optional<Placed<Long>> resent,
        Optional<Placed<Long>> received,
        Optional<Placed<Long>> retransmissions) {
    /**
     * One end of a connection.
     *
     * @param place the name of a connection for the end that opens it, or the host that accepted it
     * @param port the port at which the host accepted it; 0 for the end that opens a named connection
     * @param number which of the accepted connections, from 1 in the order in which they were established
     */
    public record End(Reference place, int port, int number) {
        /** Returns the end as it is written. */
        @Override
        public String toString() {
            return port == 0 ? place.name() : place + ":" + port + (number == 1 ? "" : "/" + number);
        }
    }

    /**
     * A state at an instant.
     *
     * @param instant the instant
     * @param state the state
     * @param position where it is written
     */
    public record StateAt(SimTime instant, TcpState state, SourcePosition position) {}
}
