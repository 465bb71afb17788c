package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CallbackExpectation;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.KernelAct;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SocketCallbacks;
import dev.wsksim.wsk.WskFunction;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what cannot come about, whatever happens: completion routines of requests that are expected never to complete, waits
 * for events that nobody signals, and callbacks that a socket does not have.
 */
final class ReachCheck {
    private final Scenario scenario;
    private final boolean whole;
    private final Problems problems;
    private final ImmutableList<DriverCall> calls;

    /**
     * Makes a check.
     *
     * @param whole whether all of the file could be read; otherwise what is missing may be in the rest
     */
    ReachCheck(Scenario scenario, boolean whole, Problems problems) {
        this.scenario = scenario;
        this.whole = whole;
        this.problems = problems;
        this.calls = DriverCalls.of(scenario.steps());
    }

    /** Reports all that is wrong. */
    void run() {
        for (DriverCall call : calls) {
            if (call instanceof CallStep function) {
                checkRoutine(function);
            }
        }
        if (whole && scenario.expect().bugCheck().isEmpty()) {
            checkWaits();
        }
        if (!scenario.expect().callbacks().isEmpty()) {
            checkCallbacks();
        }
    }

    private void checkRoutine(CallStep call) {
        boolean never = call.completes()
                .filter(CompletionExpectation.Never.class::isInstance)
                .isPresent();
        if (never && call.irp().script().isPresent()) {
            CompletionScript script = call.irp().script().get();
            problems.report(
                    script.position(),
                    1,
                    "the completion routine never runs: " + call.function() + " is expected never to complete",
                    "leave out what it does, or say how the IRP completes");
        }
    }

    /** A wait at a raised IRQL ends the run and not the wait, so a bug check that is expected excuses it. */
    private void checkWaits() {
        Set<String> signalled = new LinkedHashSet<>();
        for (DriverCall call : calls) {
            if (call instanceof KernelStep step) {
                if (step.act() instanceof KernelAct.InitializeEvent begun && begun.state()) {
                    signalled.add(begun.event().name());
                } else if (step.act() instanceof KernelAct.UseEvent used && used.use() == KernelAct.UseEvent.Use.SET) {
                    signalled.add(used.event().name());
                }
            }
        }
        for (DriverCall call : calls) {
            if (call instanceof KernelStep step
                    && step.act() instanceof KernelAct.WaitForEvent wait
                    && wait.timeout().isEmpty()
                    && !signalled.contains(wait.event().name())) {
                problems.report(
                        wait.event().position(),
                        wait.event().name().length(),
                        "this waits in vain: nothing signals event '" + wait.event() + "'",
                        "KeSetEvent signals it; or give the wait a Timeout");
            }
        }
    }

    private void checkCallbacks() {
        Map<String, Set<EventCallback>> possible = possibleCallbacks();
        for (SocketCallbacks expected : scenario.expect().callbacks()) {
            for (CallbackExpectation callback : expected.callbacks()) {
                Set<EventCallback> ofSocket = possible.get(expected.socket().name());
                if (ofSocket != null && !ofSocket.contains(callback.callback())) {
                    report(
                            callback,
                            "socket '" + expected.socket() + "' has no " + callback.callback(),
                            ofSocket.isEmpty()
                                    ? "a basic socket has no callbacks"
                                    : "its callbacks are "
                                            + ofSocket.stream()
                                                    .map(EventCallback::word)
                                                    .collect(Collectors.joining(", ")));
                }
            }
        }
    }

    private void report(CallbackExpectation callback, String message, String hint) {
        problems.report(callback.position(), 1, message, hint);
    }

    /** Returns which callbacks the named sockets have, where their calls say it beyond doubt. */
    private Map<String, Set<EventCallback>> possibleCallbacks() {
        Map<String, Set<EventCallback>> possible = new LinkedHashMap<>();
        for (DriverCall call : calls) {
            if (call instanceof CallStep made
                    && made.function().equals(WskFunction.WskSocket.name())
                    && made.completes().isPresent()
                    && made.completes().get() instanceof CompletionExpectation.Completes completes
                    && completes.socket().isPresent()) {
                callbacksOf(made, completes.socket().get(), possible);
            }
        }
        return possible;
    }

    private static void callbacksOf(CallStep made, Reference name, Map<String, Set<EventCallback>> possible) {
        ArgumentValue flags = made.arguments().get("Flags");
        ArgumentValue one =
                flags instanceof ArgumentValue.Items items && items.values().size() == 1
                        ? items.values().get(0)
                        : flags;
        String word = one == null ? "WSK_FLAG_BASIC_SOCKET" : one.toString();
        switch (word) {
            case "WSK_FLAG_BASIC_SOCKET" -> possible.put(name.name(), EnumSet.noneOf(EventCallback.class));
            case "WSK_FLAG_LISTEN_SOCKET" ->
                possible.put(name.name(), EnumSet.of(EventCallback.ACCEPT, EventCallback.INSPECT, EventCallback.ABORT));
            case "WSK_FLAG_CONNECTION_SOCKET" ->
                possible.put(name.name(), EnumSet.copyOf(EventElements.ofConnections()));
            case "WSK_FLAG_DATAGRAM_SOCKET" -> possible.put(name.name(), EnumSet.of(EventCallback.RECEIVE_FROM));
            default -> {
                // A stream socket has most of them, and numbers and several flags are for the run to judge.
            }
        }
    }
}
