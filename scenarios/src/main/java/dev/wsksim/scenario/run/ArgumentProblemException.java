package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.SourcePosition;

/** An argument of a scenario cannot be used when its step is taken; it becomes a finding. */
final class ArgumentProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SourcePosition position;
    private final String hint;

    ArgumentProblemException(SourcePosition position, String message, String hint) {
        super(message);
        this.position = position;
        this.hint = hint;
    }

    SourcePosition position() {
        return position;
    }

    String hint() {
        return hint;
    }
}
