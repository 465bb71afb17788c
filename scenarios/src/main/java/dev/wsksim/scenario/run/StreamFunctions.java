package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.WskSocket;

/** Plays the functions that work on the connection of a connection or stream socket. */
final class StreamFunctions {

    private final DriverState driver;
    private final BufferArguments buffers;

    StreamFunctions(DriverState driver) {
        this.driver = driver;
        this.buffers = new BufferArguments(driver.data());
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.<WskFunction, FunctionPlayer>builder()
                .put(WskFunction.WskSend, this::send)
                .put(WskFunction.WskReceive, this::receive)
                .put(WskFunction.WskDisconnect, this::disconnect)
                .put(WskFunction.WskConnectEx, this::connectEx)
                .put(WskFunction.WskRelease, this::release)
                .buildOrThrow();
    }

    private void send(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        WskBuf buffer = buffers.toSend(call, arguments);
        SendFlags flags = new SendFlags(arguments.ulong("Flags", 0));
        call.returned(StreamTables.send(call, socket, buffer, flags));
    }

    private void receive(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        WskBuf buffer = buffers.toReceive(call, arguments);
        ReceiveFlags flags = new ReceiveFlags(arguments.ulong("Flags", 0));
        call.returned(StreamTables.receive(call, socket, buffer, flags));
    }

    private void disconnect(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        WskBuf buffer = buffers.toSend(call, arguments);
        DisconnectFlags flags = new DisconnectFlags(arguments.ulong("Flags", 0));
        call.returned(StreamTables.disconnect(call, socket, buffer, flags));
    }

    private void connectEx(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        WskBuf buffer = buffers.toSend(call, arguments);
        call.returned(StreamTables.connectEx(
                call, socket, arguments.address("RemoteAddress", null), buffer, arguments.ulong("Flags", 0)));
    }

    private void release(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        if (socket instanceof DatagramSocket datagram) {
            releaseDatagrams(call, arguments, datagram);
            return;
        }
        requireOwnName(arguments, "DatagramIndication", "DataIndication", socket);
        Object list = buffers.indication(arguments, "DataIndication");
        if (list != null && !(list instanceof WskDataIndication)) {
            throw new ArgumentProblemException(
                    call.step().position(), "this is no list of received bytes", "release it on its own socket");
        }
        call.returned(StreamTables.release(call, socket, (WskDataIndication) list));
    }

    /** WskRelease is two functions with one name; each has another name for the list. */
    private static void requireOwnName(ArgumentReader arguments, String other, String own, WskSocket socket)
            throws ArgumentProblemException {
        if (arguments.has(other)) {
            throw arguments.wrong(
                    other,
                    "the list of WskRelease is called " + own + " for a "
                            + socket.category().text(),
                    "write " + own);
        }
    }

    private void releaseDatagrams(PlayedCall call, ArgumentReader arguments, DatagramSocket socket)
            throws ArgumentProblemException {
        requireOwnName(arguments, "DataIndication", "DatagramIndication", socket);
        Object list = buffers.indication(arguments, "DatagramIndication");
        if (list != null && !(list instanceof WskDatagramIndication)) {
            throw new ArgumentProblemException(
                    call.step().position(), "this is no list of datagrams", "release it on its own socket");
        }
        call.returned(
                WskProviderDatagramDispatch.of(socket).wskRelease(call.passed(socket), (WskDatagramIndication) list));
    }
}
