package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.scenario.model.AcceptedSocket;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SocketCallbacks;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scripted event callbacks of all sockets of a driver, by the sockets' names, and the calls of them that an expectation asks about. */
final class EventScripts {

    /** How the names of the events begin that wait for calls. */
    static final String COMPLETION_OF = "completion of ";

    /** Makes the calls that callbacks make. */
    interface Caller {
        /** Makes a call where the processor is now. */
        void make(DriverCall step, String from);
    }

    private final DriverState driver;
    private final WindowsHost host;
    private final SimulationLoop loop;
    private final Trace trace;
    private final FindingsLog findings;
    private final Caller caller;
    private final ImmutableSet<String> watched;
    private final Map<String, SocketScript> scripts = new LinkedHashMap<>();
    private final Map<String, List<SeenCallback>> seen = new LinkedHashMap<>();

    EventScripts(
            ScenarioWorld world,
            DriverState driver,
            ImmutableList<SocketCallbacks> expected,
            FindingsLog findings,
            Caller caller) {
        this.driver = driver;
        this.host = driver.host();
        this.loop = world.simulation().loop();
        this.trace = world.simulation().trace();
        this.findings = findings;
        this.caller = caller;
        this.watched =
                expected.stream().map(callbacks -> callbacks.socket().name()).collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the callbacks of the socket that a call delivers, not yet in a table. */
    SocketScript of(CallStep step) {
        Optional<Reference> name = step.completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).socket());
        return script(name, step.onEvent().orElse(EventScript.NOTHING_SAID));
    }

    /** Returns the callbacks of a socket, if it has a name and was made by a call or a callback that could name it. */
    Optional<SocketScript> named(Reference socket) {
        return Optional.ofNullable(scripts.get(socket.name()));
    }

    /** Returns the calls of the callbacks of a socket. */
    ImmutableList<SeenCallback> seen(Reference socket) {
        return ImmutableList.copyOf(seen.getOrDefault(socket.name(), List.of()));
    }

    private SocketScript script(Optional<Reference> name, EventScript script) {
        SocketScript made = new SocketScript(this, name, script);
        name.ifPresent(given -> scripts.put(given.name(), made));
        return made;
    }

    boolean isWatched(Optional<Reference> socket) {
        return socket.isPresent() && watched.contains(socket.get().name());
    }

    SeenCallback note(
            Optional<Reference> socket,
            EventCallback callback,
            ImmutableMap<String, String> parameters,
            ImmutableList<byte[]> data) {
        SeenCallback noted = new SeenCallback(
                callback, loop.now(), host.processor().currentIrql(), parameters, data, trace.lastNumber());
        socket.ifPresent(name ->
                seen.computeIfAbsent(name.name(), unused -> new ArrayList<>()).add(noted));
        return noted;
    }

    /** Notes that what follows is written in an answer. */
    void beginAnswer(SourcePosition position) {
        driver.places().note(position);
    }

    void keepIndication(Reference name, @Nullable Object list) {
        driver.data().keepIndication(name, list);
    }

    void keepInspection(Reference name, @Nullable WskInspectId inspectId) {
        driver.data().keepInspection(name, inspectId);
    }

    /** Does what WskAcceptEvent does with the socket that it is given. */
    void accepted(
            AcceptedSocket accepted,
            ConnectionSocket socket,
            Variable<Object> context,
            Variable<WskClientConnectionDispatch> dispatch) {
        accepted.name().ifPresent(name -> driver.nameSocket(name.name(), socket));
        SocketScript script = script(accepted.name(), accepted.onEvent().orElse(EventScript.NOTHING_SAID));
        try {
            if (accepted.dispatch().isPresent()) {
                WskClientConnectionDispatch table =
                        ClientTables.ofConnection(accepted.dispatch().get(), script);
                requireReachable(script, accepted.dispatch().get());
                if (table != null) {
                    dispatch.set(table);
                }
            } else if (accepted.onEvent().isPresent()) {
                dispatch.set(ClientTables.ofConnection(
                        script, accepted.onEvent().get().position()));
            }
            boolean usual = accepted.context().isEmpty()
                    && accepted.dispatch().isEmpty()
                    && accepted.onEvent().isPresent();
            if (usual) {
                context.set(accepted.name().map(Reference::name).orElse("context"));
            } else if (accepted.context().isPresent() && !(accepted.context().get() instanceof ArgumentValue.Null)) {
                context.set(new DriverVariables(driver.data())
                        .context(accepted.context().get()));
            }
        } catch (ArgumentProblemException problem) {
            add(problem);
        }
    }

    /** Refuses answers of callbacks that the table does not have: they would never be given. */
    static void requireReachable(SocketScript script, ArgumentValue dispatch) throws ArgumentProblemException {
        ImmutableSet<EventCallback> never = script.unreachable();
        if (!never.isEmpty()) {
            throw new ArgumentProblemException(
                    dispatch.position(),
                    "on-event has answers for " + never.asList().get(0) + ", which is NULL in this table",
                    "add it to the table, or leave the table out");
        }
    }

    void add(ArgumentProblemException problem) {
        findings.add(
                FindingKind.ARGUMENT,
                problem.position(),
                String.valueOf(problem.getMessage()),
                "",
                "",
                problem.hint(),
                trace.lastNumber());
    }

    /** Makes a call from inside a callback. */
    void make(DriverCall step, EventCallback callback) {
        caller.make(step, callback.word());
    }

    /** Returns what the driver's threads are at. */
    ThreadStates threads() {
        return driver.threads();
    }

    /** Waits inside a callback until a call is over, as KeWaitForSingleObject does; above APC_LEVEL that stops Windows. */
    void await(Reference id) {
        Optional<PlayedCall> call = driver.madeCall(id);
        if (call.isEmpty()) {
            add(new ArgumentProblemException(
                    id.position(), "call '" + id + "' was not made before the callback waits for it", ""));
            return;
        }
        boolean over = call.get().isOver();
        KEvent event = new KEvent(host.waits(), COMPLETION_OF + id, EventType.NotificationEvent, over);
        if (!over) {
            call.get().whenOver(event::keSetEvent);
        }
        host.waits().keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT);
    }
}
