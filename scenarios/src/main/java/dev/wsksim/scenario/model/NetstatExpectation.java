package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.TcpState;
import java.util.Optional;

/**
 * Which TCP connections a host must have had at an instant: all of them, in the order in which they were made.
 *
 * @param at the instant, after all that happens in it; without it, the end of the run
 * @param host the host
 * @param connections the connections; empty: none
 * @param position where the list of connections is written
 */
public record NetstatExpectation(
        Optional<SimTime> at, Reference host, ImmutableList<Row> connections, SourcePosition position) {

    /**
     * One connection; what is left out may be anything.
     *
     * @param local its local end; port 0 stands for any port
     * @param remote its remote end; port 0 stands for any port
     * @param state its state
     * @param receiveQueue how many bytes had come in order and were not read
     * @param sendQueue how many bytes were written and not acknowledged
     * @param position where it is written
     */
    public record Row(
            Optional<NetworkPlace> local,
            Optional<NetworkPlace> remote,
            TcpState state,
            Optional<Long> receiveQueue,
            Optional<Long> sendQueue,
            SourcePosition position) {

        /** Returns the row as the language writes it. */
        @Override
        public String toString() {
            return text(
                    local.map(NetworkPlace::toString),
                    remote.map(NetworkPlace::toString),
                    state,
                    receiveQueue,
                    sendQueue);
        }

        /** Returns a connection as the language writes it; what is absent is left out. */
        public static String text(
                Optional<String> local,
                Optional<String> remote,
                TcpState state,
                Optional<Long> receiveQueue,
                Optional<Long> sendQueue) {
            StringBuilder text = new StringBuilder("{ ");
            local.ifPresent(place -> text.append("local: ").append(place).append(", "));
            remote.ifPresent(place -> text.append("remote: ").append(place).append(", "));
            text.append("state: ").append(state);
            receiveQueue.ifPresent(bytes -> text.append(", receive-queue: ").append(bytes));
            sendQueue.ifPresent(bytes -> text.append(", send-queue: ").append(bytes));
            return text.append(" }").toString();
        }
    }
}
