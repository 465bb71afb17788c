package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays the functions of WSK_PROVIDER_DISPATCH. */
final class ClientFunctions {

    private static final String CAPTURE_FIRST =
            "WskCaptureProviderNPI has to succeed first; it fails for an NPI version that the provider does not have";
    private static final String STILL_WAITS =
            "WskCaptureProviderNPI waits for the provider still: give that step an id and 'await' it, or make both"
                    + " steps of one thread under 'threads:'";

    private final DriverState driver;
    private final ScenarioWorld world;
    private final EventScripts events;
    private final ControlFunctions controls;

    ClientFunctions(DriverState driver, ScenarioWorld world, EventScripts events) {
        this.driver = driver;
        this.world = world;
        this.events = events;
        this.controls = new ControlFunctions(driver);
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.of(
                WskFunction.WskSocket, this::socket,
                WskFunction.WskSocketConnect, this::socketConnect,
                WskFunction.WskControlClient, this::controlClient);
    }

    private void socket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        int family = world.family() == IpFamily.IPV4 ? Ws2def.AF_INET : Ws2def.AF_INET6;
        int flags = arguments.ulong("Flags", Wsk.WSK_FLAG_CONNECTION_SOCKET);
        SocketCategory category = SocketCategory.ofFlags(flags).orElse(SocketCategory.BASIC);
        call.returned(dispatch(call, arguments)
                .wskSocket(
                        client(arguments),
                        arguments.ulong("AddressFamily", family),
                        arguments.ulong("SocketType", Ws2def.SOCK_STREAM),
                        arguments.ulong("Protocol", Ws2def.IPPROTO_TCP),
                        new SocketFlags(flags),
                        context(call, arguments),
                        table(call, arguments, category),
                        arguments.name("OwningProcess").map(driver::process).orElse(null),
                        owningThread(arguments),
                        descriptor(arguments),
                        call.irp()));
    }

    private void socketConnect(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        SockAddr anywhere = SockAddr.wildcard(world.family(), 0);
        call.returned(dispatch(call, arguments)
                .wskSocketConnect(
                        client(arguments),
                        arguments.ulong("SocketType", Ws2def.SOCK_STREAM),
                        arguments.ulong("Protocol", Ws2def.IPPROTO_TCP),
                        arguments.address("LocalAddress", anywhere),
                        arguments.address("RemoteAddress", null),
                        arguments.ulong("Flags", 0),
                        context(call, arguments),
                        (WskClientConnectionDispatch) table(call, arguments, SocketCategory.CONNECTION),
                        arguments.name("OwningProcess").map(driver::process).orElse(null),
                        owningThread(arguments),
                        descriptor(arguments),
                        call.irp()));
    }

    private void controlClient(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        controls.controlClient(call, dispatch(call, arguments), client(arguments), arguments);
    }

    /** Returns the table of the registration that a call names. */
    WskProviderDispatch dispatch(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        DriverRegistration registration = registration(arguments);
        WskProviderNpi npi = registration.npi().get();
        if (npi == null) {
            boolean waits = driver.host().wsk().isCaptureWaiting(registration.block());
            throw new ArgumentProblemException(
                    call.step().position(),
                    call.step().function() + " is a member of WSK_PROVIDER_DISPATCH, which was not captured",
                    waits ? STILL_WAITS : CAPTURE_FIRST);
        }
        return npi.dispatch();
    }

    /** The registration whose client the step names under Client, or the driver's own. */
    private DriverRegistration registration(ArgumentReader arguments) throws ArgumentProblemException {
        Optional<Reference> name = arguments.name("Client");
        if (name.isEmpty()) {
            return driver.ownRegistration();
        }
        return driver.knownRegistration(name.get().name())
                .orElseThrow(() -> new ArgumentProblemException(
                        name.get().position(),
                        "no registration is called '" + name.get() + "'",
                        "Client names a WskRegistration of an earlier WskRegister, or is NULL, or is left out"));
    }

    /** Returns the client that a call names; null for NULL. */
    @Nullable
    WskClient client(ArgumentReader arguments) throws ArgumentProblemException {
        WskProviderNpi npi = registration(arguments).npi().get();
        return arguments.isNull("Client") || npi == null ? null : npi.client();
    }

    /** A driver whose callbacks are spoken of has a context too, unless the step says otherwise. */
    private @Nullable Object context(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        boolean usual = call.step().onEvent().isPresent() && !arguments.has("Dispatch");
        return usual && !arguments.has("SocketContext")
                ? "context"
                : new DriverVariables(driver.data()).context(arguments, "SocketContext");
    }

    private @Nullable EThread owningThread(ArgumentReader arguments) {
        Optional<Reference> name = arguments.name("OwningThread");
        return name.isPresent() ? driver.thread(name) : null;
    }

    private @Nullable SecurityDescriptorPointer descriptor(ArgumentReader arguments) {
        return arguments
                .name("SecurityDescriptor")
                .map(name -> driver.descriptor(name.name()).get())
                .orElse(null);
    }

    private @Nullable ClientTable table(PlayedCall call, ArgumentReader arguments, SocketCategory category)
            throws ArgumentProblemException {
        SocketScript script = events.of(call.step());
        Optional<ArgumentValue> dispatch = arguments.value("Dispatch");
        if (dispatch.isPresent()) {
            ClientTable table = ClientTables.of(category, dispatch.get(), script);
            EventScripts.requireReachable(script, dispatch.get());
            return table;
        }
        Optional<EventScript> onEvent = call.step().onEvent();
        return onEvent.isPresent()
                ? ClientTables.of(category, script, onEvent.get().position())
                : null;
    }
}
