package dev.wsksim.scenario.run;

import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.scenario.model.KernelAct;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays what the driver calls of the kernel: it holds the driver's own events, and compares what the routines return. */
final class KernelPlayer {

    private final DriverState driver;
    private final WindowsHost host;
    private final ThreadStates threads;
    private final FindingsLog findings;
    private final Trace trace;
    private final Map<String, KEvent> events = new LinkedHashMap<>();

    KernelPlayer(DriverState driver, FindingsLog findings, Trace trace) {
        this.driver = driver;
        this.host = driver.host();
        this.threads = driver.threads();
        this.findings = findings;
        this.trace = trace;
    }

    /** Returns a call in short. */
    static String text(KernelStep step) {
        KernelAct act = step.act();
        if (act instanceof KernelAct.RaiseIrql raise) {
            return act.routine() + " to " + Irql.of(raise.newIrql());
        }
        return act instanceof KernelAct.LowerIrql lower
                ? act.routine() + " to " + Irql.of(lower.newIrql())
                : act.routine() + " of event '" + act.subject().orElseThrow() + "'";
    }

    /**
     * Makes a call on the thread of its step.
     *
     * @param whenOver what comes once a wait is over that has not ended inside the call
     * @return whether the call has returned
     */
    boolean play(KernelStep step, Runnable whenOver) throws ArgumentProblemException {
        EThread thread = driver.thread(step.thread());
        threads.requireFree(thread, step.position());
        if (step.act() instanceof KernelAct.WaitForEvent wait) {
            return waitOn(thread, step, wait, whenOver);
        }
        Optional<KEvent> event = require(step.act());
        threads.run(thread, () -> act(step, event));
        return true;
    }

    /** Makes a call where the processor is now, as a callback does. */
    void playHere(KernelStep step) throws ArgumentProblemException {
        Optional<KEvent> event = require(step.act());
        if (step.act() instanceof KernelAct.WaitForEvent wait) {
            check(step, wait, host.waits().keWaitForSingleObject(event.orElseThrow(), timeout(wait)));
        } else {
            act(step, event);
        }
    }

    /** Returns the event that a routine needs, which must have been initialized. */
    private Optional<KEvent> require(KernelAct act) throws ArgumentProblemException {
        if (act.subject().isEmpty()) {
            return Optional.empty();
        }
        Reference name = act.subject().get();
        if (act instanceof KernelAct.InitializeEvent) {
            if (threads.isWaitedFor(name.name())) {
                throw new ArgumentProblemException(
                        name.position(),
                        "a thread waits for event '" + name + "', which is initialized again",
                        "signal it before, or use another event");
            }
            return Optional.empty();
        }
        KEvent event = events.get(name.name());
        if (event == null) {
            throw new ArgumentProblemException(
                    name.position(),
                    "event '" + name + "' was not initialized yet",
                    "KeInitializeEvent comes first, before anything can use the event");
        }
        return Optional.of(event);
    }

    private boolean waitOn(EThread thread, KernelStep step, KernelAct.WaitForEvent wait, Runnable whenOver)
            throws ArgumentProblemException {
        KEvent event = require(wait).orElseThrow();
        boolean[] over = new boolean[1];
        boolean[] left = new boolean[1];
        threads.run(
                thread,
                () -> host.waits().waitForSingleObject(thread, event, timeout(wait), status -> {
                    over[0] = true;
                    threads.endWait(thread);
                    check(step, wait, status);
                    if (left[0]) {
                        whenOver.run();
                    }
                }));
        if (!over[0]) {
            left[0] = true;
            threads.beginWait(thread, step);
        }
        return over[0];
    }

    private static long timeout(KernelAct.WaitForEvent wait) {
        return wait.timeout().map(SimDuration::nanos).orElse(KernelWaits.NO_TIMEOUT);
    }

    /** Calls a routine that returns at once. */
    private void act(KernelStep step, Optional<KEvent> event) {
        KernelAct act = step.act();
        if (act instanceof KernelAct.RaiseIrql raise) {
            threads.here().keRaiseIrql(Irql.of(raise.newIrql()));
        } else if (act instanceof KernelAct.LowerIrql lower) {
            threads.here().keLowerIrql(Irql.of(lower.newIrql()));
        } else {
            Processor processor = host.processor();
            Irql before = processor.currentIrql();
            Irql asked = step.irql().isPresent() ? Irql.of(step.irql().getAsInt()) : before;
            boolean raised = asked.compareTo(before) != 0;
            Irql old = raised ? processor.keRaiseIrql(asked) : before;
            onEvent(step, act, event.orElse(null));
            if (raised) {
                processor.keLowerIrql(old);
            }
        }
    }

    private void onEvent(KernelStep step, KernelAct act, @Nullable KEvent event) {
        if (act instanceof KernelAct.InitializeEvent begun) {
            String name = begun.event().name();
            events.put(name, new KEvent(host.waits(), name, begun.type(), begun.state()));
        } else if (act instanceof KernelAct.UseEvent used && event != null) {
            use(step, used, event);
        }
    }

    private void use(KernelStep step, KernelAct.UseEvent used, KEvent event) {
        boolean signalled = switch (used.use()) {
            case SET -> event.keSetEvent();
            case RESET -> event.keResetEvent();
            case READ_STATE -> event.keReadStateEvent();
            case CLEAR -> {
                event.keClearEvent();
                yield false;
            }
        };
        if (used.returns().isPresent() && used.returns().get() != signalled) {
            returnedOtherwise(
                    step,
                    text(used.returns().get()),
                    text(signalled),
                    signalled ? "the event was signalled" : "the event was not signalled");
        }
    }

    private void check(KernelStep step, KernelAct.WaitForEvent wait, NtStatus status) {
        if (wait.returns().isPresent() && !wait.returns().get().anyOf().contains(status)) {
            returnedOtherwise(
                    step,
                    wait.returns().get().toString(),
                    status.name(),
                    status == NtStatus.STATUS_TIMEOUT
                            ? "nobody signalled the event in time"
                            : "the event was signalled before the time was up");
        }
    }

    private void returnedOtherwise(KernelStep step, String expected, String actual, String hint) {
        String routine = step.act().routine();
        findings.add(
                FindingKind.RETURN,
                step.position(),
                routine + " returned something else",
                expected,
                actual,
                hint,
                "nf-wdm-" + routine.toLowerCase(Locale.ROOT),
                trace.lastNumber());
    }

    private static String text(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
