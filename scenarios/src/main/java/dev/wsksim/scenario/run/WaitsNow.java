package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.Waiting;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.peer.WaitingEnd;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.WaitStep;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.waits.WaitFollower;
import dev.wsksim.verifier.waits.WaitGraph;
import dev.wsksim.verifier.waits.WaitNames;
import dev.wsksim.verifier.waits.WaitNode;
import dev.wsksim.verifier.waits.WaitNode.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Makes the wait-for graph of a run as it stands: what its trace tells, with the steps, scripted ends and names of the scenario. */
final class WaitsNow {

    private final TraceLog trace;
    private final Optional<DriverState> driver;
    private final LongFunction<SourcePosition> placeOf;
    private final SourcePosition scenario;

    /**
     * Begins a graph.
     *
     * @param placeOf returns where it is written what a trace entry follows from
     * @param scenario the place of the scenario
     */
    WaitsNow(
            TraceLog trace,
            Optional<DriverState> driver,
            LongFunction<SourcePosition> placeOf,
            SourcePosition scenario) {
        this.trace = trace;
        this.driver = driver;
        this.placeOf = placeOf;
        this.scenario = scenario;
    }

    /** Returns the graph of an instant from which on nothing has happened. */
    WaitGraph graph(SimTime now, List<Waiting> waiting) {
        WaitFollower follower = new WaitFollower();
        trace.entries().forEach(follower::accept);
        WaitGraph.Builder graph = new WaitGraph.Builder(now);
        for (int i = 0; i < waiting.size(); i++) {
            String id = "waiting " + (i + 1);
            if (waiting.get(i) instanceof StepSequence.WaitingForStep held) {
                held.step().ifPresent(step -> addStep(id, step, held.since(), graph, follower));
            } else if (waiting.get(i) instanceof WaitingEnd end && !end.isGone()) {
                SourcePosition place = ScriptedEnds.position(end);
                graph.node(new WaitNode(
                        id,
                        Kind.CONNECTION_END,
                        end.describe(),
                        end.since(),
                        0,
                        place.line(),
                        place.isKnown() ? place.fileSeenFrom(scenario) : "",
                        "the other end"));
            }
        }
        follower.addTo(graph, new Names());
        addEvents(graph, follower);
        return graph.build();
    }

    private void addStep(String id, Step step, SimTime since, WaitGraph.Builder graph, WaitFollower follower) {
        int line = step.position().line();
        String file = step.position().fileSeenFrom(scenario);
        if (step instanceof AwaitStep await) {
            String calls = await.calls().stream().map(Reference::name).collect(Collectors.joining(", "));
            graph.node(new WaitNode(id, Kind.STEP, "the step await: " + calls, since, 0, line, file, ""));
            await.calls().forEach(call -> addAwaited(id, call, since, graph, follower));
        } else if (step instanceof CallStep call) {
            graph.node(new WaitNode(id, Kind.STEP, "the step call: " + call.function(), since, 0, line, file, ""));
            driver.ifPresent(known -> known.calls().stream()
                    .filter(played -> played.step().equals(call))
                    .forEach(played -> addCall(id, played, graph, follower)));
        } else {
            String timer = step instanceof WaitStep wait ? "the end of " + wait.duration() : "";
            graph.node(new WaitNode(id, Kind.STEP, "the step", since, 0, line, file, timer));
        }
    }

    private void addAwaited(String step, Reference id, SimTime since, WaitGraph.Builder graph, WaitFollower follower) {
        Optional<PlayedCall> made = driver.flatMap(known -> known.madeCall(id));
        if (made.isPresent()) {
            addCall(step, made.get(), graph, follower);
            return;
        }
        String call = "call to be made: " + id.name();
        graph.node(new WaitNode(
                call,
                Kind.OTHER,
                "call '" + id.name() + "', which was not made",
                since,
                0,
                id.position().line(),
                id.position().fileSeenFrom(scenario),
                "the callback or completion routine that makes it"));
        graph.edge(step, call);
    }

    private static void addCall(String waiter, PlayedCall call, WaitGraph.Builder graph, WaitFollower follower) {
        Irp irp = call.irp();
        if (irp != null && follower.isPending(irp.number())) {
            graph.edge(waiter, WaitFollower.irpId(irp.number()));
        } else if (!call.hasReturned()) {
            follower.callInProgress(call.step().function(), call.takenEntry())
                    .ifPresent(inside -> graph.edge(waiter, inside));
        }
    }

    /** An event that a callback waits for is set when the call is over that it stands for. */
    private void addEvents(WaitGraph.Builder graph, WaitFollower follower) {
        driver.ifPresent(known -> known.calls()
                .forEach(call -> call.step().id().ifPresent(id -> {
                    String event = WaitFollower.eventId(EventScripts.COMPLETION_OF + id);
                    if (graph.has(event)) {
                        addCall(event, call, graph, follower);
                    }
                })));
    }

    /** The names that the scenario gives. */
    private final class Names implements WaitNames {

        @Override
        public String socket(int number) {
            return driver.flatMap(known -> known.nameOfSocket(number))
                    .map(name -> "'" + name + "' (socket " + number + ")")
                    .orElse("socket " + number);
        }

        @Override
        public int line(long entry) {
            return placeOf.apply(entry).line();
        }

        @Override
        public String file(long entry) {
            SourcePosition place = placeOf.apply(entry);
            return place.isKnown() ? place.fileSeenFrom(scenario) : "";
        }
    }
}
