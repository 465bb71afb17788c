package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * From now on, event callbacks of a socket answer in another way.
 *
 * @param id the step's own name
 * @param timing when
 * @param socket the socket
 * @param script the new answers, counted from now; callbacks without any go on as before
 * @param position where it is written
 */
public record OnEventStep(
        Optional<Reference> id, StepTiming timing, Reference socket, EventScript script, SourcePosition position)
        implements Step {
    @Override
    public boolean needsDriver() {
        return true;
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.onEvent(this);
    }
}
