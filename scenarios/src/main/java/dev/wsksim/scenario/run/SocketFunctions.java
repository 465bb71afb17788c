package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.socket.WskSocket;

/** Plays the functions of a connection socket's dispatch table. */
final class SocketFunctions {

    private final DriverState driver;
    private final ScenarioWorld world;
    private final ControlFunctions controls;

    SocketFunctions(DriverState driver, ScenarioWorld world) {
        this.driver = driver;
        this.world = world;
        this.controls = new ControlFunctions(driver);
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
        call.returned(SocketTables.basic(socket).wskCloseSocket(call.passed(socket), call.irp()));
    }

    private void bind(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        SockAddr anywhere = SockAddr.wildcard(world.family(), 0);
        call.returned(SocketTables.bind(
                call, socket, arguments.address("LocalAddress", anywhere), arguments.ulong("Flags", 0)));
    }

    private void connect(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        call.returned(SocketTables.connect(
                call, socket, arguments.address("RemoteAddress", null), arguments.ulong("Flags", 0)));
    }

    private void getLocalAddress(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        Variable<SockAddr> output = variables().output(call, arguments, "LocalAddress");
        call.returned(SocketTables.getLocalAddress(call, socket, output));
    }

    private void getRemoteAddress(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = socket(call, arguments);
        Variable<SockAddr> output = variables().output(call, arguments, "RemoteAddress");
        call.returned(SocketTables.getRemoteAddress(call, socket, output));
    }

    private void controlSocket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        controls.controlSocket(call, socket(call, arguments), arguments);
    }

    private DriverVariables variables() {
        return new DriverVariables(driver.data());
    }

    private WskSocket socket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        return driver.socketOf(call, arguments);
    }
}
