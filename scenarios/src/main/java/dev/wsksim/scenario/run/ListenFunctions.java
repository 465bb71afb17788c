package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.dispatch.WskProviderStreamDispatch;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays the functions with which a driver listens and accepts. */
final class ListenFunctions {

    private final DriverState driver;
    private final EventScripts events;

    ListenFunctions(DriverState driver, EventScripts events) {
        this.driver = driver;
        this.events = events;
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.of(
                WskFunction.WskAccept, this::accept,
                WskFunction.WskListen, this::listen,
                WskFunction.WskInspectComplete, this::inspectComplete);
    }

    private void accept(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        int flags = arguments.ulong("Flags", 0);
        DriverVariables variables = new DriverVariables(driver.data());
        Object context = context(call.step(), arguments, variables);
        WskClientConnectionDispatch table = table(call.step(), arguments);
        Variable<SockAddr> local = variables.output(call, arguments, "LocalAddress");
        Variable<SockAddr> remote = variables.output(call, arguments, "RemoteAddress");
        if (socket instanceof ListenSocket own) {
            call.returned(WskProviderListenDispatch.of(own)
                    .wskAccept(call.passed(own), flags, context, table, local, remote, call.irp()));
        } else if (socket instanceof StreamSocket own) {
            call.returned(WskProviderStreamDispatch.of(own)
                    .wskAccept(call.passed(own), flags, context, table, local, remote, call.irp()));
        } else {
            throw SocketTables.noSuchMember(call, socket);
        }
    }

    /** A driver whose callbacks are spoken of has a context too, unless the step says otherwise. */
    private static @Nullable Object context(CallStep step, ArgumentReader arguments, DriverVariables variables)
            throws ArgumentProblemException {
        boolean usual = !arguments.has("AcceptSocketContext")
                && !arguments.has("AcceptSocketDispatch")
                && step.onEvent().isPresent();
        return usual ? "context" : variables.context(arguments, "AcceptSocketContext");
    }

    private @Nullable WskClientConnectionDispatch table(CallStep step, ArgumentReader arguments)
            throws ArgumentProblemException {
        SocketScript script = events.of(step);
        Optional<ArgumentValue> given = arguments.value("AcceptSocketDispatch");
        if (given.isPresent()) {
            WskClientConnectionDispatch table = ClientTables.ofConnection(given.get(), script);
            EventScripts.requireReachable(script, given.get());
            return table;
        }
        return step.onEvent().isEmpty()
                ? null
                : ClientTables.ofConnection(script, step.onEvent().get().position());
    }

    private void listen(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        if (!(socket instanceof StreamSocket own)) {
            throw SocketTables.noSuchMember(call, socket);
        }
        call.returned(WskProviderStreamDispatch.of(own).wskListen(call.passed(own), call.irp()));
    }

    private void inspectComplete(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        if (!(socket instanceof ListenSocket own)) {
            throw SocketTables.noSuchMember(call, socket);
        }
        call.returned(WskProviderListenDispatch.of(own)
                .wskInspectComplete(call.passed(own), inspection(call, arguments), action(arguments), call.irp()));
    }

    private static WskInspectAction action(ArgumentReader arguments) throws ArgumentProblemException {
        return new WskInspectAction(arguments.ulong("Action", WskInspectAction.WskInspectAccept.value()));
    }

    private @Nullable WskInspectId inspection(PlayedCall call, ArgumentReader arguments)
            throws ArgumentProblemException {
        if (arguments.isNull("InspectID")) {
            return null;
        }
        Reference name = arguments
                .name("InspectID")
                .orElseThrow(() -> new ArgumentProblemException(
                        call.step().position(),
                        "WskInspectComplete needs an InspectID",
                        "the name that WskInspectEvent's answer gives it, or NULL"));
        return driver.data()
                .inspection(name)
                .orElseThrow(() -> new ArgumentProblemException(
                        name.position(),
                        "the request '" + name + "' does not exist: WskInspectEvent has not been asked about it",
                        "make the call later"));
    }
}
