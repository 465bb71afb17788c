package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionRoutine;
import dev.wsksim.scenario.model.InvokeOn;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.NpiVersion;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.WskFunction;
import java.util.Optional;
import java.util.OptionalInt;

/** Plays call steps: prepares the IRP as the step asks, then calls the function on the right thread at the right IRQL. */
final class CallPlayer {
    private static final String UPPER = "upper";

    private final ScenarioWorld world;
    private final DriverState driver;
    private final PlayedCall.Routine routine;
    private final ImmutableMap<WskFunction, FunctionPlayer> players;

    CallPlayer(
            ScenarioWorld world,
            DriverState driver,
            NpiVersion version,
            EventScripts events,
            PlayedCall.Routine routine) {
        this.world = world;
        this.driver = driver;
        this.routine = routine;
        ClientFunctions clients = new ClientFunctions(driver, world, events);
        this.players = ImmutableMap.<WskFunction, FunctionPlayer>builder()
                .putAll(new RegistrationFunctions(driver, version).players())
                .putAll(clients.players())
                .putAll(new NameFunctions(driver, clients).players())
                .putAll(new SocketFunctions(driver, world).players())
                .putAll(new StreamFunctions(driver).players())
                .putAll(new DatagramFunctions(driver).players())
                .putAll(new ListenFunctions(driver, events).players())
                .buildOrThrow();
    }

    /** Makes a call on the thread and at the IRQL of its step; the call object knows what came of it, now and later. */
    PlayedCall play(CallStep step) throws ArgumentProblemException {
        return play(step, false, Optional.empty());
    }

    /** Makes a call where the processor is now, as a callback does. */
    PlayedCall playHere(CallStep step) throws ArgumentProblemException {
        return play(step, true, Optional.empty());
    }

    /** Makes a call again where the processor is now, with the IRP and the buffer of an earlier one. */
    PlayedCall playAgain(CallStep step, PlayedCall earlier) throws ArgumentProblemException {
        return play(step, true, Optional.of(earlier));
    }

    private PlayedCall play(CallStep step, boolean here, Optional<PlayedCall> earlier) throws ArgumentProblemException {
        WskFunction function = WskFunction.byName(step.function())
                .orElseThrow(() -> new AssertionError("the loader knows only functions of the registry"));
        function.requireSimulated();
        FunctionPlayer player = players.get(function);
        if (player == null) {
            throw new AssertionError(function + " is simulated, but the runner cannot call it");
        }
        PlayedCall call = new PlayedCall(step, world, earlier, routine);
        ArgumentReader arguments = new ArgumentReader(step, world, driver::addressListEntry);
        driver.addCall(call);
        try {
            if (here) {
                playHere(function, player, call, arguments);
            } else {
                play(function, player, call, arguments);
            }
            arguments.requireAllRead();
        } catch (ArgumentProblemException wrong) {
            driver.removeCall(call);
            throw wrong;
        }
        return call;
    }

    private void play(WskFunction function, FunctionPlayer player, PlayedCall call, ArgumentReader arguments)
            throws ArgumentProblemException {
        CallStep step = call.step();
        EThread thread = driver.thread(step.thread());
        driver.threads().requireFree(thread, step.position());
        ArgumentProblem problem = new ArgumentProblem();
        if (takesIrp(function, arguments)) {
            driver.threads().run(thread, () -> problem.run(() -> prepareIrp(call)));
            problem.rethrow();
        }
        onThread(thread, step.irql(), () -> problem.run(() -> player.play(call, arguments)));
        problem.rethrow();
        call.dispatchRoutineReturned();
    }

    private void playHere(WskFunction function, FunctionPlayer player, PlayedCall call, ArgumentReader arguments)
            throws ArgumentProblemException {
        if (takesIrp(function, arguments)) {
            prepareIrp(call);
        }
        player.play(call, arguments);
        call.dispatchRoutineReturned();
    }

    private static boolean takesIrp(WskFunction function, ArgumentReader arguments) throws ArgumentProblemException {
        return function.takesIrp() && !arguments.isNull("Irp") && takesIrpHere(function, arguments);
    }

    /** Control operations that do not demand an IRP take one only where the step says how. */
    private static boolean takesIrpHere(WskFunction function, ArgumentReader arguments)
            throws ArgumentProblemException {
        boolean control = function == WskFunction.WskControlClient || function == WskFunction.WskControlSocket;
        return !control || arguments.wantsIrp() || ControlFunctions.takesIrp(function, arguments);
    }

    /** A call with an IRQL of its own is one between KeRaiseIrql and KeLowerIrql. */
    private void onThread(EThread thread, OptionalInt irql, Runnable body) {
        Processor processor = driver.host().processor();
        driver.threads().run(thread, () -> {
            Irql before = processor.currentIrql();
            boolean raised = irql.isPresent() && irql.getAsInt() != before.level();
            Irql old = raised ? processor.keRaiseIrql(Irql.of(irql.getAsInt())) : before;
            body.run();
            if (raised) {
                processor.keLowerIrql(old);
            }
        });
    }

    private void prepareIrp(PlayedCall call) throws ArgumentProblemException {
        IrpUse use = call.step().irp();
        IoManager io = driver.host().io();
        Optional<Irp> same = call.earlier().map(PlayedCall::irp);
        Irp irp;
        if (same.isPresent()) {
            irp = reinitialize(same.get(), io);
        } else {
            irp = switch (use.source()) {
                case NEW -> io.ioAllocateIrp(use.stackSize().orElse(1), false);
                case REUSED -> reinitialize(earlier(use), io);
                case AS_IT_IS -> earlier(use);
                case PASSED_DOWN ->
                    call.takePassedDown(io.passDown(UPPER, use.stackSize().orElse(1), UPPER));
            };
        }
        call.setIrp(irp);
        if (use.completionRoutine() != CompletionRoutine.NONE && irp.stackCount() > 0) {
            io.ioSetCompletionRoutine(
                    irp,
                    call,
                    null,
                    use.invokeOn().contains(InvokeOn.SUCCESS),
                    use.invokeOn().contains(InvokeOn.ERROR),
                    use.invokeOn().contains(InvokeOn.CANCEL));
        }
    }

    private Irp earlier(IrpUse use) throws ArgumentProblemException {
        Reference earlier = use.reuseOf().orElseThrow();
        Irp irp = driver.madeCall(earlier).map(PlayedCall::irp).orElse(null);
        if (irp == null) {
            throw new ArgumentProblemException(
                    earlier.position(), "call '" + earlier + "' has no IRP", "it was not made, or made with Irp: NULL");
        }
        return irp;
    }

    /** A driver calls IoReuseIrp for an IRP that is its own again, in the completion routine and behind it. */
    private static Irp reinitialize(Irp irp, IoManager io) {
        if (irp.state() == IrpState.COMPLETED || irp.state() == IrpState.COMPLETING) {
            io.ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
        }
        return irp;
    }

    /** Carries a checked problem out of code that runs on the simulated processor. */
    private static final class ArgumentProblem {

        /** What is run. */
        private interface Body {
            void run() throws ArgumentProblemException;
        }

        private Optional<ArgumentProblemException> caught = Optional.empty();

        void run(Body body) {
            try {
                body.run();
            } catch (ArgumentProblemException problem) {
                caught = Optional.of(problem);
            }
        }

        void rethrow() throws ArgumentProblemException {
            if (caught.isPresent()) {
                throw caught.get();
            }
        }
    }
}
