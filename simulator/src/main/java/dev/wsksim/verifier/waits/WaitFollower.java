package dev.wsksim.verifier.waits;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.trace.TraceSink;
import dev.wsksim.verifier.rule.listen.HandedSocket;
import dev.wsksim.verifier.waits.WaitNode.Kind;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.provider.RegistrationEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows a trace and knows at each instant which IRPs are pending, which calls and callbacks have not returned, which
 * threads wait for which events, and what each registration still holds.
 *
 * <p>It must listen from the first entry on, and judges one Windows host, as the verifier does.
 */
public final class WaitFollower implements TraceSink {

    /** A call, with the entry that says so. */
    private record Call(TraceEntry entry, WskCallEntered record) {

        int socket() {
            return record.subject().socket();
        }
    }

    /** A callback that runs. */
    private record Running(TraceEntry entry, CallbackEntered record) {

        String id() {
            return "callback " + entry.number();
        }
    }

    /** A thread that waits for an event, inside a callback or not. */
    private record Blocked(
            TraceEntry entry, WaitBegan record, @Nullable Running inside) {

        String id() {
            return "wait " + entry.number();
        }
    }

    /** A socket, and the client that it belongs to. */
    private record Open(TraceEntry entry, int client) {}

    private final Map<Long, Call> lastCalls = new LinkedHashMap<>();
    private final Map<Long, Call> pending = new LinkedHashMap<>();
    private final List<Call> inProgress = new ArrayList<>();
    private final Deque<Running> callbacks = new ArrayDeque<>();
    private final List<Blocked> blocked = new ArrayList<>();
    private final Map<Integer, Open> sockets = new LinkedHashMap<>();
    private final Map<Integer, Deque<TraceEntry>> captures = new LinkedHashMap<>();
    private final Map<Integer, RegistrationEvent> deregistering = new LinkedHashMap<>();
    private int lastClient;

    /** Makes a follower that has seen nothing yet. */
    public WaitFollower() {}

    @Override
    public void accept(TraceEntry entry) {
        TraceRecord record = entry.record();
        if (record instanceof WskCallEntered entered) {
            entered(new Call(entry, entered));
        } else if (record instanceof WskCallReturned returned) {
            removeLast(
                    inProgress,
                    call -> call.record().function() == returned.function()
                            && call.record().irp() == returned.irp());
        } else if (record instanceof IrpTaken taken) {
            Call call = lastCalls.get(taken.irp());
            if (call != null) {
                pending.put(taken.irp(), call);
            }
        } else if (record instanceof IrpCompleted completed) {
            completed(completed);
        } else if (record instanceof SocketEvent event) {
            socketChanged(entry, event);
        } else if (record instanceof RegistrationEvent event) {
            registrationChanged(entry, event);
        } else {
            threadChanged(entry, record);
        }
    }

    private void entered(Call call) {
        inProgress.add(call);
        if (call.record().subject().client() != 0) {
            lastClient = call.record().subject().client();
        }
        if (call.record().irp() != 0) {
            lastCalls.put(call.record().irp(), call);
        }
    }

    /** An accepted socket belongs to the client of the call whose IRP delivers it. */
    private void completed(IrpCompleted completed) {
        Call call = pending.remove(completed.irp());
        Open delivered = sockets.get((int) completed.information());
        if (call != null && completed.pointer() && delivered != null) {
            sockets.put(
                    (int) completed.information(),
                    new Open(delivered.entry(), call.record().subject().client()));
        }
    }

    private void socketChanged(TraceEntry entry, SocketEvent event) {
        if (event.change() == SocketEvent.Change.CREATED) {
            sockets.put(event.socket(), new Open(entry, lastClient));
        } else if (event.change() == SocketEvent.Change.FREED) {
            sockets.remove(event.socket());
        }
    }

    private void registrationChanged(TraceEntry entry, RegistrationEvent event) {
        Deque<TraceEntry> held = captures.computeIfAbsent(event.registration(), unused -> new ArrayDeque<>());
        switch (event.change()) {
            case CAPTURED -> held.addLast(entry);
            case RELEASED -> held.pollFirst();
            case DEREGISTERING -> deregistering.put(event.registration(), event);
            case DEREGISTERED -> deregistering.remove(event.registration());
            case REGISTERED -> {
                // Nothing is held yet.
            }
        }
    }

    private void threadChanged(TraceEntry entry, TraceRecord record) {
        if (record instanceof CallbackEntered entered) {
            callbacks.addLast(new Running(entry, entered));
            handOver(entered);
        } else if (record instanceof CallbackReturned) {
            callbacks.pollLast();
        } else if (record instanceof WaitBegan began) {
            blocked.add(new Blocked(entry, began, callbacks.peekLast()));
        } else if (record instanceof WaitEnded ended) {
            removeLast(
                    blocked,
                    wait -> wait.record().thread().equals(ended.thread())
                            && wait.record().event().equals(ended.event()));
        }
    }

    private void handOver(CallbackEntered entered) {
        Open listening = sockets.get(entered.socket());
        HandedSocket.of(entered).ifPresent(socket -> {
            Open accepted = sockets.get(socket);
            if (listening != null && accepted != null) {
                sockets.put(socket, new Open(accepted.entry(), listening.client()));
            }
        });
    }

    private static <T> void removeLast(List<T> list, Predicate<T> which) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (which.test(list.get(i))) {
                list.remove(i);
                return;
            }
        }
    }

    /** Returns the id of the node of an IRP that is pending. */
    public static String irpId(long irp) {
        return "IRP " + irp;
    }

    /** Returns the id of the node of the event object with this name. */
    public static String eventId(String event) {
        return "event " + event;
    }

    /** Returns the id of the node of the call that a trace entry tells of. */
    public static String callId(long entry) {
        return "call " + entry;
    }

    /** Tells whether a provider has this IRP. */
    public boolean isPending(long irp) {
        return pending.containsKey(irp);
    }

    /** Returns the id of the node of the first call behind a trace entry that has no IRP and has not returned. */
    public Optional<String> callInProgress(String function, long afterEntry) {
        return inProgress.stream()
                .filter(call -> call.record().irp() == 0 && call.entry().number() > afterEntry)
                .filter(call -> call.record().function().name().equals(function))
                .map(call -> callId(call.entry().number()))
                .findFirst();
    }

    /** Adds to a graph what is waited for now, as far as the trace tells. */
    public void addTo(WaitGraph.Builder graph, WaitNames names) {
        new Snapshot(names, graph).add();
    }

    /** One graph in the making. */
    private final class Snapshot {

        private final WaitNames names;
        private final WaitGraph.Builder graph;
        private final ListMultimap<Integer, Long> onSocket = ArrayListMultimap.create();

        Snapshot(WaitNames names, WaitGraph.Builder graph) {
            this.names = names;
            this.graph = graph;
            pending.forEach((irp, call) -> onSocket.put(call.socket(), irp));
        }

        void add() {
            inProgress.stream().filter(call -> call.record().irp() == 0).forEach(this::addCall);
            blocked.forEach(this::addWait);
            pending.forEach(this::addIrp);
            pending.forEach(this::addEdgesOf);
            deregistering.forEach(this::addDeregistration);
        }

        private WaitNode node(String id, Kind kind, String label, TraceEntry entry, String releasedBy) {
            long number = entry.number();
            return new WaitNode(
                    id, kind, label, entry.time(), number, names.line(number), names.file(number), releasedBy);
        }

        private void addCall(Call call) {
            boolean capture = call.record().function() == WskFunction.WskCaptureProviderNPI;
            graph.node(node(
                    callId(call.entry().number()),
                    Kind.CALL,
                    call.record().function() + " called by thread '"
                            + call.record().thread() + "'",
                    call.entry(),
                    capture ? "the WSK subsystem becoming ready, or WskDeregister," : ""));
        }

        private void addWait(Blocked wait) {
            if (wait.record().event().equals(KernelWaits.DELAY)) {
                addThread(wait, KernelWaits.DELAY, "the end of its interval");
            } else {
                String event = eventId(wait.record().event());
                addThread(wait, "KeWaitForSingleObject", "");
                graph.node(
                        node(event, Kind.EVENT, "event '" + wait.record().event() + "'", wait.entry(), "KeSetEvent"));
                graph.edge(wait.id(), event);
            }
            Running inside = wait.inside();
            if (inside != null && callbacks.contains(inside)) {
                addCallback(inside);
                graph.edge(inside.id(), wait.id());
            }
        }

        private void addThread(Blocked wait, String routine, String releasedBy) {
            graph.node(
                    node(wait.id(), Kind.THREAD, wait.record().thread() + " in " + routine, wait.entry(), releasedBy));
        }

        private void addCallback(Running running) {
            graph.node(node(
                    running.id(),
                    Kind.CALLBACK,
                    running.record().callback() + " of "
                            + names.socket(running.record().socket()) + ", which runs",
                    running.entry(),
                    "its return"));
        }

        private void addIrp(long irp, Call call) {
            WskFunction function = call.record().function();
            String on = call.socket() == 0 ? "" : " on " + names.socket(call.socket());
            graph.node(node(
                    irpId(irp), Kind.IRP, "IRP " + irp + " of " + function + on, call.entry(), Releases.of(function)));
        }

        /** A close waits for the socket's callbacks and requests, and so does an option that ends an event for its callback. */
        private void addEdgesOf(long irp, Call call) {
            boolean close = call.record().function() == WskFunction.WskCloseSocket;
            if (close || call.record().function() == WskFunction.WskControlSocket) {
                callbacks.stream()
                        .filter(running -> running.record().socket() == call.socket())
                        .forEach(running -> {
                            addCallback(running);
                            graph.edge(irpId(irp), running.id());
                        });
            }
            if (close) {
                onSocket.get(call.socket()).stream()
                        .filter(other -> other != irp)
                        .forEach(other -> graph.edge(irpId(irp), irpId(other)));
            }
        }

        private void addDeregistration(int number, RegistrationEvent event) {
            inProgress.stream()
                    .filter(call -> call.record().function() == WskFunction.WskDeregister)
                    .filter(call -> call.record()
                            .arguments()
                            .getOrDefault("WskRegistration", "")
                            .equals("registration " + number))
                    .forEach(call -> addHeld(callId(call.entry().number()), number, event.client()));
        }

        private void addHeld(String waiter, int registration, int client) {
            for (TraceEntry capture : captures.getOrDefault(registration, new ArrayDeque<>())) {
                String id = "capture " + capture.number();
                graph.node(node(
                        id,
                        Kind.CAPTURE,
                        "the provider NPI that registration " + registration + " has captured",
                        capture,
                        "WskReleaseProviderNPI"));
                graph.edge(waiter, id);
            }
            sockets.forEach((number, socket) -> {
                if (socket.client() == client) {
                    addSocket(waiter, number, socket);
                }
            });
            onSocket.get(0).stream()
                    .filter(irp -> clientOf(irp) == client)
                    .forEach(irp -> graph.edge(waiter, irpId(irp)));
        }

        private int clientOf(long irp) {
            Call call = pending.get(irp);
            return call == null ? 0 : call.record().subject().client();
        }

        private boolean isClose(long irp) {
            Call call = pending.get(irp);
            return call != null && call.record().function() == WskFunction.WskCloseSocket;
        }

        private void addSocket(String waiter, int number, Open socket) {
            String id = "socket " + number;
            graph.node(
                    node(id, Kind.SOCKET, names.socket(number) + ", which is open", socket.entry(), "WskCloseSocket"));
            graph.edge(waiter, id);
            onSocket.get(number).stream().filter(this::isClose).forEach(irp -> graph.edge(id, irpId(irp)));
        }
    }
}
