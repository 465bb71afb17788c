package dev.wsksim.scenario.course;

/** A course, a lesson or a hand-in cannot be read; the message says which file and why. */
public final class CourseProblemException extends Exception {
    private static final long serialVersionUID = 1;

    CourseProblemException(String message) {
        super(message);
    }
}
