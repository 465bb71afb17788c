package dev.wsksim.cli.exercise;

/** What a learner wrote cannot be played; the message says why. */
public final class ExerciseException extends Exception {
    private static final long serialVersionUID = 1L;

    ExerciseException(String message) {
        super(message);
    }
}
