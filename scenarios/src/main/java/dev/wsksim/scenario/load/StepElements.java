package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CancelStep;
import dev.wsksim.scenario.model.CheckpointStep;
import dev.wsksim.scenario.model.FreeIrpStep;
import dev.wsksim.scenario.model.HostAction;
import dev.wsksim.scenario.model.HostStep;
import dev.wsksim.scenario.model.PeerData;
import dev.wsksim.scenario.model.PeerStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.ReuseIrpStep;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.WaitStep;
import dev.wsksim.scenario.model.WhenTimeIsUp;
import java.util.OptionalInt;

/** How the steps that are no calls are written. */
final class StepElements {
    private static final ScalarType<Reference> CALL_ID = ScalarTypes.name("the id of a call");

    private static final Field<ImmutableList<Reference>> AWAIT = Field.required(
            "await",
            ListType.oneOrMore(CALL_ID),
            "The driver waits until the IRPs of these calls have completed.",
            "[first, second]");
    private static final Field<SimDuration> WITHIN = Field.optional(
            "within",
            Durations.DURATION,
            "as long as it takes",
            "The longest that the wait may take, bound included.",
            "50ms");
    private static final Field<WhenTimeIsUp> ON_TIME_OUT = Field.optional(
            "on-time-out",
            ScalarTypes.word("finding or cancel", WhenTimeIsUp.values()),
            "finding",
            "What comes when that time is up: a finding, or the driver calls IoCancelIrp for each request that is"
                    + " pending, and goes on waiting.",
            "cancel");
    private static final ElementType<AwaitStep> AWAIT_STEP = ElementType.of(
            "await step",
            "The driver waits for completions.",
            StepFields.of(AWAIT, WITHIN, ON_TIME_OUT),
            StepElements::await);

    private static final Field<Reference> CANCEL =
            Field.required("cancel", CALL_ID, "The call whose IRP is given to IoCancelIrp.", "first");
    private static final Field<Integer> CANCEL_IRQL = Field.optional(
            "irql",
            KernelTypes.IRQL,
            "PASSIVE_LEVEL",
            "The IRQL at which IoCancelIrp is called, as by the DPC of a timer.",
            "DISPATCH_LEVEL");
    private static final Field<Boolean> RETURNS = Field.optional(
            "returns", ScalarTypes.TRUE_OR_FALSE, "not checked", "What IoCancelIrp must return.", "TRUE");
    private static final ElementType<CancelStep> CANCEL_STEP = ElementType.of(
            "cancel step",
            "The driver calls IoCancelIrp.",
            StepFields.of(CANCEL, CANCEL_IRQL, RETURNS),
            step -> new CancelStep(
                    StepFields.id(step),
                    StepFields.timing(step),
                    step.get(CANCEL),
                    step.find(CANCEL_IRQL).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    step.find(RETURNS),
                    step.position()));

    private static final Field<SimDuration> WAIT =
            Field.required("wait", Durations.DURATION, "How long nothing new is begun.", "10ms");
    private static final ElementType<WaitStep> WAIT_STEP = ElementType.of(
            "wait step",
            "Virtual time passes before the next step.",
            StepFields.of(WAIT),
            step -> new WaitStep(StepFields.id(step), StepFields.timing(step), step.get(WAIT), step.position()));

    private static final Field<Reference> HOST =
            Field.required("host", ScalarTypes.NAME, "The host that something happens to.", "server");
    private static final Field<HostAction> HOST_DO = Field.required(
            "do",
            ScalarTypes.word("crash, restart, pause or resume", HostAction.values()),
            "What happens to the host.",
            "crash");
    private static final ElementType<HostStep> HOST_STEP = ElementType.of(
            "host step",
            "A host crashes or starts again, stands still or goes on.",
            StepFields.of(HOST, HOST_DO),
            step -> new HostStep(
                    StepFields.id(step), StepFields.timing(step), step.get(HOST), step.get(HOST_DO), step.position()));

    private static final Field<Reference> PEER =
            Field.required("peer", ScalarTypes.NAME, "The host whose behaviour on a port is replaced.", "server");
    private static final Field<Integer> TCP = Field.required("tcp", NetworkTypes.PORT, "The TCP port.", "445");
    private static final Field<PeerData> PEER_DATA = Field.optional(
            "data",
            DataElement.DATA,
            "as before",
            "What the peer does with its connections from now on, unless an outcome says it.",
            "echo");
    private static final ElementType<PeerStep> PEER_STEP = ElementType.of(
            "peer step",
            "A peer meets connection attempts in another way from now on.",
            StepFields.of(PEER, TCP, PeerElement.CONNECT, PEER_DATA),
            step -> new PeerStep(
                    StepFields.id(step),
                    StepFields.timing(step),
                    step.get(PEER),
                    step.get(TCP),
                    step.get(PeerElement.CONNECT),
                    step.find(PEER_DATA),
                    step.position()));

    private static final Field<String> CHECKPOINT =
            Field.required("checkpoint", ScalarTypes.TEXT, "The name shown in report and trace.", "before the crash");
    private static final ElementType<CheckpointStep> CHECKPOINT_STEP = ElementType.of(
            "checkpoint step",
            "A named instant in the report and the trace.",
            StepFields.of(CHECKPOINT),
            step -> new CheckpointStep(
                    StepFields.id(step), StepFields.timing(step), step.get(CHECKPOINT), step.position()));

    private static final Field<Reference> FREE_IRP =
            Field.required("free-irp", CALL_ID, "The call whose IRP is given to IoFreeIrp.", "first");
    private static final ElementType<FreeIrpStep> FREE_IRP_STEP = ElementType.of(
            "free-irp step",
            "The driver calls IoFreeIrp.",
            StepFields.of(FREE_IRP),
            step -> new FreeIrpStep(StepFields.id(step), StepFields.timing(step), step.get(FREE_IRP), step.position()));

    private static final Field<Reference> REUSE_IRP =
            Field.required("reuse-irp", CALL_ID, "The call whose IRP is given to IoReuseIrp.", "first");
    private static final ElementType<ReuseIrpStep> REUSE_IRP_STEP = ElementType.of(
            "reuse-irp step",
            "The driver calls IoReuseIrp.",
            StepFields.of(REUSE_IRP),
            step -> new ReuseIrpStep(
                    StepFields.id(step), StepFields.timing(step), step.get(REUSE_IRP), step.position()));

    private StepElements() {}

    private static AwaitStep await(Bound step) {
        if (step.isWritten(ON_TIME_OUT) && !step.isWritten(WITHIN)) {
            step.report(ON_TIME_OUT, "this wait has no time that could be up", "add 'within'");
        }
        return new AwaitStep(
                StepFields.id(step),
                StepFields.timing(step),
                step.get(AWAIT),
                step.find(WITHIN),
                step.get(ON_TIME_OUT, WhenTimeIsUp.FINDING),
                step.position());
    }

    /** Returns all kinds of steps but groups, by the key that tells them apart. */
    static ImmutableMap<String, ElementType<? extends Step>> kinds(FunctionParameters functions) {
        CallElement call = new CallElement(functions);
        return ImmutableMap.<String, ElementType<? extends Step>>builder()
                .put("call", call.element())
                .put(AWAIT.name(), AWAIT_STEP)
                .put(CANCEL.name(), CANCEL_STEP)
                .put(WAIT.name(), WAIT_STEP)
                .put(HOST.name(), HOST_STEP)
                .put(InterfaceElement.key(), InterfaceElement.STEP)
                .put("link", LinkStepElement.LINK_STEP)
                .put("partition", LinkStepElement.PARTITION_STEP)
                .put("heal", LinkStepElement.HEAL_STEP)
                .put(PEER.name(), PEER_STEP)
                .putAll(DatagramElements.kinds())
                .put(CHECKPOINT.name(), CHECKPOINT_STEP)
                .put(FREE_IRP.name(), FREE_IRP_STEP)
                .put(REUSE_IRP.name(), REUSE_IRP_STEP)
                .putAll(KernelElements.kinds())
                .putAll(MemoryElements.kinds(call.events()))
                .buildOrThrow();
    }
}
