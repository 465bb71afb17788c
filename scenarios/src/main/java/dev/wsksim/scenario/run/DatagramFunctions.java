package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskBufList;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays the functions that send and receive on a datagram socket. */
final class DatagramFunctions {

    /** How much room for control information the driver has, unless a step says so. */
    private static final long CONTROL_ROOM = 256;

    private final DriverState driver;
    private final BufferArguments buffers;

    DatagramFunctions(DriverState driver) {
        this.driver = driver;
        this.buffers = new BufferArguments(driver.data());
    }

    ImmutableMap<WskFunction, FunctionPlayer> players() {
        return ImmutableMap.of(
                WskFunction.WskSendTo, this::sendTo,
                WskFunction.WskSendMessages, this::sendMessages,
                WskFunction.WskReceiveFrom, this::receiveFrom);
    }

    private void sendTo(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        DatagramSocket socket = socket(call, arguments);
        WskBuf buffer = buffers.toSend(call, arguments);
        ImmutableList<ControlMessage> control = control(arguments);
        call.returned(WskProviderDatagramDispatch.of(socket)
                .wskSendTo(
                        call.passed(socket),
                        buffer,
                        arguments.ulong("Flags", 0),
                        arguments.address("RemoteAddress", null),
                        arguments.number("ControlInfoLength", space(control)),
                        control,
                        call.irp()));
    }

    private void sendMessages(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        DatagramSocket socket = socket(call, arguments);
        WskBufList list = bufferList(call, arguments);
        ImmutableList<ControlMessage> control = control(arguments);
        call.returned(WskProviderDatagramDispatch.of(socket)
                .wskSendMessages(
                        call.passed(socket),
                        list,
                        arguments.ulong("Flags", 0),
                        arguments.address("RemoteAddress", null),
                        arguments.number("ControlInfoLength", space(control)),
                        control,
                        call.irp()));
    }

    private @Nullable WskBufList bufferList(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        if (arguments.isNull("BufferList")) {
            return null;
        }
        ArgumentValue.Items items = arguments
                .items("BufferList")
                .orElseThrow(() -> new ArgumentProblemException(
                        call.step().position(),
                        "WskSendMessages needs a BufferList",
                        "a list with one buffer for each datagram, such as [one, two], or NULL"));
        WskBufList list = null;
        for (ArgumentValue entry : items.values().reverse()) {
            list = new WskBufList(list, buffers.of(entry, true));
        }
        return list;
    }

    private void receiveFrom(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        DatagramSocket socket = socket(call, arguments);
        WskBuf buffer = buffers.toReceive(call, arguments);
        Variable<Long> length = arguments.isNull("ControlLength")
                ? null
                : new Variable<>(arguments.number("ControlLength", CONTROL_ROOM));
        DriverVariables variables = new DriverVariables(driver.data());
        ReceiveFromOutputs outputs = new ReceiveFromOutputs(
                variables.<SockAddr>output(call, arguments, "RemoteAddress"),
                length,
                controlInfo(call, arguments, variables, length == null),
                variables.<ReceiveFromFlags>output(call, arguments, "ControlFlags"));
        call.keepOutput("ControlLength", length);
        call.returned(WskProviderDatagramDispatch.of(socket)
                .wskReceiveFrom(call.passed(socket), buffer, arguments.ulong("Flags", 0), outputs, call.irp()));
    }

    /** Without ControlLength there is no room for control messages, unless the step says that ControlInfo is passed. */
    private static @Nullable Variable<ImmutableList<ControlMessage>> controlInfo(
            PlayedCall call, ArgumentReader arguments, DriverVariables variables, boolean withoutLength)
            throws ArgumentProblemException {
        boolean none = withoutLength && arguments.value("ControlInfo").isEmpty();
        return none ? null : variables.<ImmutableList<ControlMessage>>output(call, arguments, "ControlInfo");
    }

    private static @Nullable ImmutableList<ControlMessage> control(ArgumentReader arguments)
            throws ArgumentProblemException {
        Optional<ArgumentValue> value = arguments.value("ControlInfo");
        return value.isEmpty() ? null : new ControlArguments(arguments).read(value.get());
    }

    private static long space(@Nullable ImmutableList<ControlMessage> control) {
        return control == null ? 0 : ControlMessage.spaceOf(control);
    }

    private DatagramSocket socket(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException {
        WskSocket socket = driver.socketOf(call, arguments);
        if (socket instanceof DatagramSocket datagram) {
            return datagram;
        }
        throw SocketTables.noSuchMember(call, socket);
    }
}
