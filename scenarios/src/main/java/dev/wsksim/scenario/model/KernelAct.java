package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.ke.EventType;
import java.util.Optional;

/** One routine of the kernel's ke part with its arguments and what it must return. */
public sealed interface KernelAct {

    /** Returns the C name of the routine. */
    String routine();

    /** Returns the event that it is about; nothing for those about the IRQL. */
    default Optional<Reference> subject() {
        return Optional.empty();
    }

    /**
     * KeRaiseIrql.
     *
     * @param newIrql the level
     */
    record RaiseIrql(int newIrql) implements KernelAct {
        @Override
        public String routine() {
            return "KeRaiseIrql";
        }
    }

    /**
     * KeLowerIrql.
     *
     * @param newIrql the level
     */
    record LowerIrql(int newIrql) implements KernelAct {
        @Override
        public String routine() {
            return "KeLowerIrql";
        }
    }

    /**
     * KeInitializeEvent.
     *
     * @param event the event
     * @param type whether it releases all waiting threads or one
     * @param state whether it begins signalled
     */
    record InitializeEvent(Reference event, EventType type, boolean state) implements KernelAct {
        @Override
        public String routine() {
            return "KeInitializeEvent";
        }

        @Override
        public Optional<Reference> subject() {
            return Optional.of(event);
        }
    }

    /**
     * KeSetEvent, KeResetEvent, KeClearEvent or KeReadStateEvent.
     *
     * @param use which
     * @param event the event
     * @param returns whether it must return a value other than zero; absent: not checked
     */
    record UseEvent(Use use, Reference event, Optional<Boolean> returns) implements KernelAct {

        /** What is done with an event without waiting for it. */
        public enum Use {
            /** Signals it. */
            SET("KeSetEvent"),
            /** Makes it not signalled, and tells whether it was signalled. */
            RESET("KeResetEvent"),
            /** Makes it not signalled. */
            CLEAR("KeClearEvent"),
            /** Tells whether it is signalled. */
            READ_STATE("KeReadStateEvent");

            private final String routine;

            Use(String routine) {
                this.routine = routine;
            }

            /** Returns the C name of the routine. */
            public String routine() {
                return routine;
            }
        }

        @Override
        public String routine() {
            return use.routine();
        }

        @Override
        public Optional<Reference> subject() {
            return Optional.of(event);
        }
    }

    /**
     * KeWaitForSingleObject.
     *
     * @param event the event
     * @param timeout the time-out from now; absent: NULL
     * @param returns what it must return; absent: not checked
     */
    record WaitForEvent(Reference event, Optional<SimDuration> timeout, Optional<StatusExpectation> returns)
            implements KernelAct {
        @Override
        public String routine() {
            return "KeWaitForSingleObject";
        }

        @Override
        public Optional<Reference> subject() {
            return Optional.of(event);
        }
    }
}
