package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.KernelAct;
import dev.wsksim.scenario.model.KernelAct.UseEvent.Use;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.StatusExpectation;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** How the driver's calls of routines of the kernel are written: each under the routine's own name. */
final class KernelElements {
    private static final ScalarType<Reference> EVENT = ScalarTypes.name("the name of an event of the driver");

    private static final Field<Reference> THREAD = Field.optional(
            "thread",
            ScalarTypes.NAME,
            "the driver's own; inside a callback the one that runs it",
            "The thread that calls the routine.",
            "worker");
    private static final Field<Integer> IRQL = Field.optional(
            "irql",
            KernelTypes.IRQL,
            "that of the thread",
            "The IRQL to which the thread is raised for this call, as in the DPC of a timer.",
            "DISPATCH_LEVEL");

    private static final Field<EventType> TYPE = Field.required(
            "Type",
            ScalarType.words(
                    "NotificationEvent or SynchronizationEvent",
                    Arrays.stream(EventType.values()).map(EventType::name).collect(ImmutableList.toImmutableList()),
                    KernelElements::type),
            "Whether the event releases all threads that wait and stays signalled, or releases one.",
            "NotificationEvent");
    private static final Field<Boolean> STATE =
            Field.optional("State", ScalarTypes.TRUE_OR_FALSE, "FALSE", "Whether the event begins signalled.", "TRUE");
    private static final Field<Boolean> WAS_SIGNALLED = Field.optional(
            "returns",
            ScalarTypes.TRUE_OR_FALSE,
            "not checked",
            "What the routine must return: TRUE stands for a value other than zero, which says that the event was"
                    + " signalled.",
            "FALSE");
    private static final Field<SimDuration> TIMEOUT = Field.optional(
            "Timeout",
            Durations.DURATION,
            "NULL: as long as it takes",
            "How long the thread waits, counted from the call; 0 tests the event without waiting, which is allowed at"
                    + " DISPATCH_LEVEL.",
            "10ms");
    private static final Field<StatusExpectation> RETURNS = Field.optional(
            "returns",
            KernelTypes.STATUSES_EXPECTED,
            "not checked",
            "What the routine must return: STATUS_SUCCESS when the event was signalled, STATUS_TIMEOUT when time ran"
                    + " out.",
            "STATUS_TIMEOUT");

    private static final ImmutableMap<String, ElementType<KernelStep>> KINDS =
            ImmutableMap.<String, ElementType<KernelStep>>builder()
                    .put("KeRaiseIrql", irql("KeRaiseIrql", "raises", KernelAct.RaiseIrql::new))
                    .put("KeLowerIrql", irql("KeLowerIrql", "lowers", KernelAct.LowerIrql::new))
                    .put("KeInitializeEvent", initialize())
                    .put("KeSetEvent", use(Use.SET, "The driver signals an event of its own."))
                    .put(
                            "KeResetEvent",
                            use(Use.RESET, "The driver makes an event not signalled, and learns whether it was."))
                    .put("KeClearEvent", use(Use.CLEAR, "The driver makes an event not signalled."))
                    .put("KeReadStateEvent", use(Use.READ_STATE, "The driver looks whether an event is signalled."))
                    .put("KeWaitForSingleObject", waiting())
                    .buildOrThrow();

    private KernelElements() {}

    /** Returns these kinds of steps, by the routine, which is the key that tells them apart. */
    static ImmutableMap<String, ElementType<KernelStep>> kinds() {
        return KINDS;
    }

    /** Returns the type of what a callback can call: these routines, or what another type reads. */
    static ValueType<DriverCall> orCall(ValueType<? extends DriverCall> call) {
        return new DriverCallType(call);
    }

    private static EventType type(Node.Scalar scalar) throws BadTextException {
        for (EventType type : EventType.values()) {
            if (type.name().equals(scalar.text())) {
                return type;
            }
        }
        throw ScalarTypes.mismatch(
                scalar, "a type of event", "NotificationEvent or SynchronizationEvent, as in KeInitializeEvent");
    }

    private static ElementType<KernelStep> irql(String routine, String does, Function<Integer, KernelAct> act) {
        Field<Integer> level = Field.required(
                routine,
                KernelTypes.IRQL,
                "NewIrql, the level at which the thread runs from now on.",
                "DISPATCH_LEVEL");
        return ElementType.of(
                routine + " step",
                "The driver " + does + " the IRQL of a thread.",
                StepFields.of(level, THREAD),
                step -> step(step, act.apply(step.get(level)), OptionalInt.empty()));
    }

    private static ElementType<KernelStep> initialize() {
        Field<Reference> event = event("KeInitializeEvent");
        return ElementType.of(
                "KeInitializeEvent step",
                "The driver makes an event of its own.",
                StepFields.of(event, TYPE, STATE, THREAD, IRQL),
                step -> step(
                        step,
                        new KernelAct.InitializeEvent(step.get(event), step.get(TYPE), step.get(STATE, false)),
                        irql(step)));
    }

    private static ElementType<KernelStep> use(Use use, String description) {
        Field<Reference> event = event(use.routine());
        boolean tells = use != Use.CLEAR;
        return ElementType.of(
                use.routine() + " step",
                description,
                tells ? StepFields.of(event, WAS_SIGNALLED, THREAD, IRQL) : StepFields.of(event, THREAD, IRQL),
                step -> step(
                        step,
                        new KernelAct.UseEvent(
                                use, step.get(event), tells ? step.find(WAS_SIGNALLED) : Optional.empty()),
                        irql(step)));
    }

    private static ElementType<KernelStep> waiting() {
        Field<Reference> event = event("KeWaitForSingleObject");
        return ElementType.of(
                "KeWaitForSingleObject step",
                "A thread of the driver waits for an event of its own. With 'thread', the steps behind it go on"
                        + " meanwhile.",
                StepFields.of(event, TIMEOUT, RETURNS, THREAD),
                step -> step(
                        step,
                        new KernelAct.WaitForEvent(step.get(event), step.find(TIMEOUT), step.find(RETURNS)),
                        OptionalInt.empty()));
    }

    private static Field<Reference> event(String routine) {
        return Field.required(routine, EVENT, "The event, by its name.", "ready");
    }

    private static OptionalInt irql(Bound step) {
        return step.find(IRQL).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static KernelStep step(Bound step, KernelAct act, OptionalInt irql) {
        return new KernelStep(
                StepFields.id(step), StepFields.timing(step), act, step.find(THREAD), irql, step.position());
    }
}
