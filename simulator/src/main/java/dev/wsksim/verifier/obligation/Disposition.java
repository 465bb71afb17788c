package dev.wsksim.verifier.obligation;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** Where an {@link Obligation} shows in a run when a driver breaks it; each has exactly one. */
public sealed interface Disposition {

    /** The alternatives, for counting. */
    enum Kind {
        /** One or more rules of the verifier. */
        RULE("rule"),
        /** A status of the provider. */
        STATUS("status"),
        /** A simulated bug check. */
        BUG_CHECK("bug check"),
        /** Nothing, since nothing of it is in a run. */
        NOT_VISIBLE("not visible"),
        /** Nothing yet. */
        UNCHECKED("unchecked");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the words that reports use. */
        public String label() {
            return label;
        }
    }

    /** Returns which of the alternatives it is. */
    Kind kind();

    /** Returns what else there is to say about it, as words that follow a colon; may be empty. */
    String detail();

    /**
     * Rules of the verifier look at it: those that name the obligation.
     *
     * @param detail the part that they see; empty where that is all of it
     */
    record Checked(String detail) implements Disposition {

        @Override
        public Kind kind() {
            return Kind.RULE;
        }
    }

    /**
     * The provider's own status says so.
     *
     * @param function the function that fails
     * @param status the status, which its page documents or an open question answers
     * @param detail when
     */
    record Answered(WskFunction function, NtStatus status, String detail) implements Disposition {

        @Override
        public Kind kind() {
            return Kind.STATUS;
        }
    }

    /**
     * A simulated bug check stops Windows.
     *
     * @param code the bug check
     * @param detail when
     */
    record Stopped(BugCheck code, String detail) implements Disposition {

        @Override
        public Kind kind() {
            return Kind.BUG_CHECK;
        }
    }

    /**
     * Nothing of it can be seen from here.
     *
     * @param detail why
     */
    record NotVisible(String detail) implements Disposition {

        @Override
        public Kind kind() {
            return Kind.NOT_VISIBLE;
        }
    }

    /**
     * It could be seen, but nothing looks.
     *
     * @param detail what is missing
     */
    record Unchecked(String detail) implements Disposition {

        @Override
        public Kind kind() {
            return Kind.UNCHECKED;
        }
    }
}
