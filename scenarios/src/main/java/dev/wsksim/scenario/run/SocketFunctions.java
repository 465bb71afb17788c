package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/** Plays the functions of a connection socket's dispatch table. */
final class SocketFunctions {

    private final DriverState driver;
    private final ScenarioWorld world;

    SocketFunctions(DriverState driver, ScenarioWorld world) {
        this.driver = driver;
        this.world = world;
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.<WskFunction, FunctionPlayer>builder()
                .put(WskFunction.WskControlSocket, this::controlSocket)
                .put(WskFunction.WskCloseSocket, this::closeSocket)
                .put(WskFunction.WskBind, this::bind)
                .put(WskFunction.WskConnect, this::connect)
                .put(WskFunction.WskGetLocalAddress, this::getLocalAddress)
                .put(WskFunction.WskGetRemoteAddress, this::getRemoteAddress)
                .buildOrThrow();
    }

    private void closeSocket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        call.returned(SocketTables.basic(socket).wskCloseSocket(socket, call.irp()));
    }

    private void bind(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        SockAddr anywhere = SockAddr.wildcard(world.family(), 0);
        call.returned(SocketTables.bind(
                call, socket, arguments.address("LocalAddress", anywhere), arguments.ulong("Flags", 0)));
    }

    private void connect(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        if (!arguments.has("RemoteAddress")) {
            throw new ArgumentProblemException(
                    call.step().position(), "WskConnect needs a RemoteAddress", "for example server:445, or NULL");
        }
        call.returned(SocketTables.connect(
                call, socket, arguments.address("RemoteAddress", null), arguments.ulong("Flags", 0)));
    }

    private void getLocalAddress(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        Variable<SockAddr> output = arguments.isNull("LocalAddress") ? null : new Variable<>();
        call.keepOutput("LocalAddress", output);
        call.returned(SocketTables.getLocalAddress(call, socket, output));
    }

    private void getRemoteAddress(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        Variable<SockAddr> output = arguments.isNull("RemoteAddress") ? null : new Variable<>();
        call.keepOutput("RemoteAddress", output);
        call.returned(SocketTables.getRemoteAddress(call, socket, output));
    }

    private void controlSocket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        int code = arguments.ulong("ControlCode", 0);
        boolean security = code == Wsk.SO_WSK_SECURITY;
        int requestType = arguments.ulong("RequestType", Wsk.WSK_SET_OPTION);
        boolean get = requestType == Wsk.WSK_GET_OPTION;
        boolean events = code == Wsk.SO_WSK_EVENT_CALLBACK;
        long size = security ? Wsk.SIZE_OF_POINTER : events ? WskEventCallbackControl.SIZE : Wsk.SIZE_OF_ULONG;
        Variable<?> input = events ? EventMasks.control(arguments, "InputBuffer") : input(security, arguments);
        Variable<?> output = get && !arguments.isNull("OutputBuffer") ? output(security, arguments) : null;
        call.keepOutput("OutputBuffer", output);
        call.returned(SocketTables.basic(socket)
                .wskControlSocket(
                        socket,
                        requestType,
                        code,
                        arguments.ulong("Level", Ws2def.SOL_SOCKET),
                        arguments.number("InputSize", input == null ? 0 : size),
                        input,
                        arguments.number("OutputSize", output == null ? 0 : size),
                        output,
                        null,
                        call.irp()));
    }

    private @Nullable Variable<?> input(boolean security, ArgumentReader arguments) throws ArgumentProblemException {
        if (!arguments.has("InputBuffer") || arguments.isNull("InputBuffer")) {
            return null;
        }
        return security
                ? driver.descriptor(arguments.text("InputBuffer").orElse(""))
                : new Variable<>(arguments.number("InputBuffer", 0));
    }

    private Variable<?> output(boolean security, ArgumentReader arguments) {
        return security && arguments.text("OutputBuffer").isPresent()
                ? driver.descriptor(arguments.text("OutputBuffer").get())
                : new Variable<Object>();
    }

    private WskSocket socket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        return driver.socketOf(call, arguments);
    }
}
