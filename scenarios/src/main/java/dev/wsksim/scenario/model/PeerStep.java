package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A peer's behaviour on one TCP port is replaced, from the next connection attempt on.
 *
 * @param id the step's own name
 * @param timing when
 * @param host the peer's host
 * @param port the TCP port
 * @param connect one outcome per connection attempt from now on; the last one stays
 * @param data what it does from now on with the connections of which the outcome does not say it; absent: what it did before
 * @param position where it is written
 */
public record PeerStep(
        Optional<Reference> id,
        StepTiming timing,
        Reference host,
        int port,
        ImmutableList<ConnectOutcome> connect,
        Optional<PeerData> data,
        SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.peer(this);
    }
}
