package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.run.StepTaken;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.wsk.call.SocketBound;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a trace entry by entry, and knows what the IRPs, sockets and TCP connections have come to by then. */
final class ObjectLives {
    private static final ImmutableSet<String> DELIVERING =
            ImmutableSet.of("WskSocket", "WskSocketConnect", "WskAccept");

    private final TracedRun run;
    private final Map<Long, IrpLife> irps = new LinkedHashMap<>();
    private final Map<Integer, SocketLife> sockets = new LinkedHashMap<>();
    private final Map<String, TraceEntry> connections = new LinkedHashMap<>();
    private final Map<Long, CallStep> steps = new LinkedHashMap<>();

    /** Begins before the first entry. */
    ObjectLives(TracedRun run) {
        this.run = run;
    }

    /** Goes on to the next entry. */
    void next(TraceEntry entry) {
        if (entry.record() instanceof SocketEvent event) {
            socket(event.socket()).changed(event, entry.time());
        } else if (entry.record() instanceof SocketBound bound) {
            socket(bound.socket()).bound(bound);
            call(entry)
                    .map(call -> call.arguments().get("RemoteAddress"))
                    .ifPresent(socket(bound.socket())::connectsTo);
        } else if (entry.record() instanceof WskCallEntered call) {
            called(call);
        } else if (entry.record() instanceof TcpStateChanged change) {
            connections.put(key(change.connection()), entry);
        } else if (entry.record() instanceof IrpTaken taken) {
            take(taken, entry);
        } else {
            number(entry).ifPresent(number -> irp(number).next(entry.record(), entry.time(), ""));
            if (entry.record() instanceof IrpCompleted completed && deliversSocket(completed)) {
                delivered(completed);
            }
        }
    }

    private void called(WskCallEntered call) {
        int number = call.subject().socket();
        String remote = call.arguments().get("RemoteAddress");
        boolean connects = call.function().name().startsWith("WskConnect");
        if (number != 0 && connects && remote != null) {
            socket(number).connectsTo(remote);
        }
        if (call.irp() != 0) {
            irp(call.irp()).setSocket(number);
        }
    }

    private void take(IrpTaken taken, TraceEntry entry) {
        Optional<StepTaken> origin = step(entry);
        Optional<CallStep> step = origin.flatMap(found -> stepAt(run.steps(), found, taken.function()));
        step.ifPresent(found -> steps.put(taken.irp(), found));
        String id = step.flatMap(CallStep::id).map(found -> " '" + found + "'").orElse("");
        String by = taken.function() + id + origin.map(ObjectLives::ofLine).orElse("");
        irp(taken.irp()).next(taken, entry.time(), by);
    }

    private static boolean deliversSocket(IrpCompleted completed) {
        return completed.pointer() && DELIVERING.contains(completed.by());
    }

    /** The socket that a request delivers has the name that its step gives it. */
    private void delivered(IrpCompleted completed) {
        irp(completed.irp()).setSocket((int) completed.information());
        CallStep step = steps.get(completed.irp());
        if (step == null) {
            return;
        }
        step.completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).socket())
                .map(Reference::name)
                .ifPresent(socket((int) completed.information())::named);
    }

    private static String ofLine(StepTaken step) {
        String file = step.file().isEmpty() ? "" : " of " + step.file();
        return step.line() == 0 ? "" : " of line " + step.line() + file;
    }

    private Optional<CallStep> stepAt(List<Step> among, StepTaken taken, String function) {
        for (Step step : among) {
            if (step instanceof CallStep call
                    && taken.isAt(call.position(), run.scenario())
                    && call.function().equals(function)) {
                return Optional.of(call);
            }
            Optional<CallStep> inner = stepAt(step.inner(), taken, function);
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private Optional<StepTaken> step(TraceEntry entry) {
        Optional<TraceEntry> cause = Optional.of(entry);
        while (cause.isPresent()) {
            if (cause.get().record() instanceof StepTaken step) {
                return Optional.of(step);
            }
            cause = cause(cause.get());
        }
        return Optional.empty();
    }

    /** Returns the call that an entry follows from. */
    private Optional<WskCallEntered> call(TraceEntry entry) {
        Optional<TraceEntry> cause = Optional.of(entry);
        while (cause.isPresent()) {
            if (cause.get().record() instanceof WskCallEntered call) {
                return Optional.of(call);
            }
            cause = cause(cause.get());
        }
        return Optional.empty();
    }

    private Optional<TraceEntry> cause(TraceEntry entry) {
        boolean kept = entry.cause() >= 1 && entry.cause() <= run.trace().size();
        return kept ? Optional.of(run.trace().get((int) entry.cause() - 1)) : Optional.empty();
    }

    private static Optional<Long> number(TraceEntry entry) {
        return NumberedObjects.in(entry).irp();
    }

    private IrpLife irp(long number) {
        return irps.computeIfAbsent(number, unused -> new IrpLife());
    }

    private SocketLife socket(int number) {
        return sockets.computeIfAbsent(number, unused -> new SocketLife());
    }

    static String key(ConnectionName connection) {
        return connection.host() + " " + connection.number();
    }

    /** Returns the IRPs by their numbers, in the order in which they appeared. */
    Map<Long, IrpLife> irps() {
        return irps;
    }

    /** Returns the sockets by their numbers, in the order in which they were made. */
    Map<Integer, SocketLife> sockets() {
        return sockets;
    }

    /** Returns the last change of state of each end of a TCP connection, in the order in which they were made. */
    Map<String, TraceEntry> connections() {
        return connections;
    }
}
