package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.control.IpMreq;
import dev.wsksim.wsk.control.Shape;
import dev.wsksim.wsk.control.SocketAddressList;
import dev.wsksim.wsk.control.TcpInitialRtoParameters;
import dev.wsksim.wsk.control.TcpKeepaliveVals;
import dev.wsksim.wsk.control.WskExtensionControlIn;
import dev.wsksim.wsk.control.WskTdiMapInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the input and output buffers of control operations out of what a step writes. */
final class ControlBuffers {

    private static final String INPUT = "InputBuffer";
    private static final String OUTPUT = "OutputBuffer";
    private static final long SIZE_OF_SOCKADDR_IN = 16;
    private static final long SIZE_OF_SOCKADDR_IN6 = 28;
    /** What is offered for output whose size the driver cannot know, unless the step says otherwise. */
    private static final long ROOM = 1_024;

    private final DriverState driver;
    private final ArgumentReader arguments;

    ControlBuffers(DriverState driver, ArgumentReader arguments) {
        this.driver = driver;
        this.arguments = arguments;
    }

    /**
     * A buffer with its size.
     *
     * @param variable what it holds, or null for the NULL pointer
     * @param size its size in bytes
     */
    record Buffer(@Nullable Variable<?> variable, long size) {
        static final Buffer NULL = new Buffer(null, 0);
    }

    /** Returns InputBuffer and InputSize for an operation that takes this type. */
    Buffer input(Shape shape) throws ArgumentProblemException {
        boolean given = arguments.has(INPUT) && !arguments.isNull(INPUT);
        Buffer buffer = given ? filled(shape) : Buffer.NULL;
        return new Buffer(buffer.variable(), arguments.number("InputSize", buffer.size()));
    }

    /** Returns OutputBuffer and OutputSize for an operation that returns this type. */
    Buffer output(Shape shape) throws ArgumentProblemException {
        if (arguments.isNull(OUTPUT) || (shape == Shape.NOTHING && !arguments.has("OutputSize"))) {
            return new Buffer(null, arguments.number("OutputSize", 0));
        }
        Optional<String> name = shape == Shape.SECURITY_DESCRIPTOR ? arguments.text(OUTPUT) : Optional.empty();
        Variable<?> variable = name.isPresent()
                ? driver.descriptor(name.get())
                : new DriverVariables(driver.data()).<Object>variable(arguments, OUTPUT);
        long usual = shape.size() == Shape.VARIABLE ? ROOM : shape.size();
        return new Buffer(variable, arguments.number("OutputSize", usual));
    }

    /** Returns the structure of WSK_TDI_DEVICENAME_MAPPING. */
    Buffer tdiMap() throws ArgumentProblemException {
        ImmutableList.Builder<WskTdiMapInfo.WskTdiMap> map = ImmutableList.builder();
        for (ArgumentValue entry :
                arguments.items(INPUT).map(ArgumentValue.Items::values).orElse(ImmutableList.of())) {
            if (!(entry instanceof ArgumentValue.Fields fields)) {
                throw new ArgumentProblemException(
                        entry.position(),
                        "WSK_TDI_MAP is a structure, not '" + entry + "'",
                        "such as { SocketType: SOCK_STREAM, AddressFamily: AF_INET, Protocol: IPPROTO_TCP,"
                                + " TdiDeviceName: \"\\\\Device\\\\Tcp\" }");
            }
            StructureReader one = new StructureReader("WSK_TDI_MAP", fields, arguments)
                    .allow("SocketType", "AddressFamily", "Protocol", "TdiDeviceName");
            map.add(new WskTdiMapInfo.WskTdiMap(
                    (int) one.number("SocketType", Ws2def.SOCK_STREAM),
                    (int) one.number("AddressFamily", Ws2def.AF_INET),
                    (int) one.number("Protocol", Ws2def.IPPROTO_TCP),
                    one.word("TdiDeviceName", "")));
        }
        Variable<?> variable = arguments.isNull(INPUT) ? null : new Variable<>(new WskTdiMapInfo(map.build()));
        return new Buffer(variable, arguments.number("InputSize", variable == null ? 0 : WskTdiMapInfo.SIZE));
    }

    private Buffer filled(Shape shape) throws ArgumentProblemException {
        Object content = switch (shape) {
            case SECURITY_DESCRIPTOR -> driver.descriptor(arguments.text(INPUT).orElse(""));
            case SOCKADDR -> arguments.address(INPUT, null);
            case EVENT_CALLBACK_CONTROL -> EventMasks.control(arguments, INPUT);
            case EXTENSION_CONTROL_IN -> extension();
            case INITIAL_RTO -> initialRto();
            case KEEPALIVE_VALS -> keepAlive();
            case ADDRESS_LIST -> addressList();
            case IP_MREQ -> membership();
            case BYTES -> bytes();
            default -> arguments.number(INPUT, 0);
        };
        if (content == null) {
            return Buffer.NULL;
        }
        Variable<?> variable = content instanceof Variable<?> own ? own : new Variable<>(content);
        return new Buffer(variable, sizeOf(shape, content));
    }

    private static long sizeOf(Shape shape, Object content) {
        if (content instanceof SockAddr address) {
            return address.saFamily() == Ws2def.AF_INET6 ? SIZE_OF_SOCKADDR_IN6 : SIZE_OF_SOCKADDR_IN;
        }
        if (content instanceof IpMreq group) {
            return group.size();
        }
        if (content instanceof SocketAddressList list) {
            return list.size();
        }
        if (content instanceof ImmutableIntArray bytes) {
            return bytes.length();
        }
        return shape.size() > 0 ? shape.size() : Wsk.SIZE_OF_ULONG;
    }

    private StructureReader structure(String name, String example, String... members) throws ArgumentProblemException {
        Optional<StructureReader> found = arguments.structure(INPUT);
        if (found.isEmpty()) {
            throw arguments.wrong(INPUT, name + " is a structure", "such as " + example);
        }
        return found.get().allow(members);
    }

    private WskExtensionControlIn extension() throws ArgumentProblemException {
        StructureReader given = structure("WSK_EXTENSION_CONTROL_IN", "{ NpiId: MY_EXTENSION }", "NpiId");
        return new WskExtensionControlIn(given.word("NpiId", "NULL"));
    }

    private TcpInitialRtoParameters initialRto() throws ArgumentProblemException {
        StructureReader given = structure(
                "TCP_INITIAL_RTO_PARAMETERS", "{ Rtt: 500, MaxSynRetransmissions: 2 }", "Rtt", "MaxSynRetransmissions");
        return new TcpInitialRtoParameters((int) given.number("Rtt", TcpInitialRtoParameters.UNSPECIFIED_RTT), (int)
                given.number("MaxSynRetransmissions", TcpInitialRtoParameters.UNSPECIFIED_RETRANSMISSIONS));
    }

    private TcpKeepaliveVals keepAlive() throws ArgumentProblemException {
        StructureReader given = structure(
                "tcp_keepalive",
                "{ onoff: 1, keepalivetime: 10000, keepaliveinterval: 1000 }",
                "onoff",
                "keepalivetime",
                "keepaliveinterval");
        return new TcpKeepaliveVals(
                given.number("onoff", 0), given.number("keepalivetime", 0), given.number("keepaliveinterval", 0));
    }

    private IpMreq membership() throws ArgumentProblemException {
        StructureReader given = structure("IP_MREQ", "{ group: 239.1.2.3, interface: 0 }", "group", "interface");
        String text = given.word("group", "NULL");
        IpAddress group = IpAddress.parse(text)
                .orElseThrow(
                        () -> arguments.wrong(INPUT, "'" + text + "' is no group", "such as 239.1.2.3 or ff02::1"));
        return new IpMreq(group, (int) given.number("interface", 0));
    }

    private ImmutableIntArray bytes() throws ArgumentProblemException {
        ImmutableIntArray.Builder bytes = ImmutableIntArray.builder();
        for (ArgumentValue item :
                arguments.items(INPUT).map(ArgumentValue.Items::values).orElse(ImmutableList.of())) {
            long number = arguments.number(INPUT, item);
            if (number > 0xFF) {
                throw new ArgumentProblemException(item.position(), "a byte is from 0 to 255, not " + number, "");
            }
            bytes.add((int) number);
        }
        return bytes.build();
    }

    private SocketAddressList addressList() throws ArgumentProblemException {
        ImmutableList.Builder<SockAddr> addresses = ImmutableList.builder();
        for (ArgumentValue item :
                arguments.items(INPUT).map(ArgumentValue.Items::values).orElse(ImmutableList.of())) {
            SockAddr address = arguments.address(item);
            if (address != null) {
                addresses.add(address);
            }
        }
        return new SocketAddressList(addresses.build());
    }
}
