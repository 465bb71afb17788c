package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.DATAGRAM;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.DatagramConfiguration;
import dev.wsksim.wsk.socket.DatagramFailure;
import dev.wsksim.wsk.socket.DatagramRole;
import dev.wsksim.wsk.socket.DatagramSettings;
import dev.wsksim.wsk.socket.DatagramSocket;
import org.jspecify.annotations.Nullable;

/**
 * The options that datagram sockets alone have, at the levels SOL_SOCKET, IPPROTO_IP, IPPROTO_IPV6 and IPPROTO_UDP, and
 * their IOCTLs. Sources: so-broadcast, ipproto-ip-socket-options, ipproto-ipv6-socket-options and
 * ipproto-udp-socket-options of the Win32 pages, sio-wsk-set-remote-address, sio-wsk-set-sendto-address.
 *
 * <p>The pages of IP say that most of these are valid for datagram and raw sockets alone; the others act on nothing else.
 */
final class DatagramOptions {

    static final ImmutableList<SocketOperation> ALL = ImmutableList.<SocketOperation>builder()
            .add(SocketOperation.of("SO_BROADCAST", Ws2def.SOL_SOCKET)
                    .on(DATAGRAM)
                    .set(Shape.BOOLEAN, control -> {
                        role(control).options().setBroadcast(control.number() == 1);
                        return ControlOutcome.done("SO_BROADCAST is " + (control.number() == 1));
                    })
                    .get(
                            Shape.BOOLEAN,
                            control ->
                                    control.giveBoolean(role(control).settings().broadcast())))
            .addAll(level(Ws2def.IPPROTO_IP, "IP_", "MULTICAST_TTL", "DONTFRAGMENT", "RECVTOS"))
            .add(flag(
                    Ws2def.IPPROTO_IP,
                    "IP_RECEIVE_BROADCAST",
                    DatagramSettings::setReceivesBroadcasts,
                    DatagramSettings::receivesBroadcasts))
            .addAll(level(Ws2def.IPPROTO_IPV6, "IPV6_", "MULTICAST_HOPS", "DONTFRAG", "RECVTCLASS"))
            .add(SocketOperation.of("UDP_SEND_MSG_SIZE", Ws2def.IPPROTO_UDP)
                    .on(DATAGRAM)
                    .set(
                            Shape.ULONG,
                            control -> udp(
                                    control,
                                    () -> outcome(
                                            role(control).options().setSegmentSize(number(control)),
                                            "UDP_SEND_MSG_SIZE is " + control.number())))
                    .get(
                            Shape.ULONG,
                            control -> udp(
                                    control,
                                    () -> control.giveUlong(
                                            role(control).settings().segmentSize()))))
            .add(SocketOperation.of("UDP_RECV_MAX_COALESCED_SIZE", Ws2def.IPPROTO_UDP)
                    .on(DATAGRAM)
                    .set(Shape.ULONG, control -> udp(control, () -> setCoalescedSize(control)))
                    .get(
                            Shape.ULONG,
                            control -> udp(
                                    control,
                                    () -> control.giveUlong(role(control).coalescedSize()))))
            .add(SocketOperation.of("SIO_WSK_SET_REMOTE_ADDRESS", 0)
                    .on(DATAGRAM)
                    .when(When.BOUND)
                    .control(Shape.SOCKADDR, Shape.NOTHING, control -> {
                        role(control).setFixedRemote(address(control));
                        return ControlOutcome.done("the fixed remote address is " + address(control));
                    }))
            .add(SocketOperation.of("SIO_WSK_SET_SENDTO_ADDRESS", 0)
                    .on(DATAGRAM)
                    .when(When.BOUND)
                    .control(Shape.SOCKADDR, Shape.NOTHING, control -> {
                        role(control).setSendToAddress(address(control));
                        return ControlOutcome.done("the fixed destination is " + address(control));
                    }))
            .build();

    private DatagramOptions() {}

    private interface Flag {
        void set(DatagramSettings settings, boolean value);
    }

    private interface FlagRead {
        boolean get(DatagramSettings settings);
    }

    private interface NumberSetter {
        @Nullable
        DatagramFailure set(DatagramConfiguration options, IpFamily family, int value);
    }

    private interface NumberRead {
        int get(DatagramSettings settings);
    }

    private static ImmutableList<SocketOperation> level(
            int level, String prefix, String multicastHops, String dontFragment, String trafficClassInfo) {
        return ImmutableList.of(
                number(
                        level,
                        prefix + multicastHops,
                        DatagramConfiguration::setMulticastHopLimit,
                        DatagramSettings::multicastHopLimit),
                number(
                        level,
                        prefix + "MULTICAST_IF",
                        DatagramOptions::setMulticastInterface,
                        DatagramSettings::multicastInterface),
                flag(
                        level,
                        prefix + "MULTICAST_LOOP",
                        DatagramSettings::setMulticastLoopback,
                        DatagramSettings::multicastLoopback),
                headerIncluded(level, prefix + "HDRINCL"),
                flag(level, prefix + dontFragment, DatagramSettings::setDontFragment, DatagramSettings::dontFragment),
                flag(level, prefix + "PKTINFO", DatagramSettings::setPacketInfo, DatagramSettings::packetInfo),
                flag(level, prefix + "HOPLIMIT", DatagramSettings::setHopLimitInfo, DatagramSettings::hopLimitInfo),
                flag(
                        level,
                        prefix + trafficClassInfo,
                        DatagramSettings::setTrafficClassInfo,
                        DatagramSettings::trafficClassInfo),
                flag(level, prefix + "RECVECN", DatagramSettings::setEcnInfo, DatagramSettings::ecnInfo),
                flag(level, prefix + "RECVERR", DatagramSettings::setErrorInfo, DatagramSettings::errorInfo),
                membership(level, prefix + "ADD_MEMBERSHIP", DatagramRole::joinGroup),
                membership(level, prefix + "DROP_MEMBERSHIP", DatagramRole::leaveGroup));
    }

    private static SocketOperation flag(int level, String name, Flag flag, FlagRead read) {
        IpFamily family = IpLevelOptions.family(level);
        return SocketOperation.of(name, level)
                .on(DATAGRAM)
                .set(
                        Shape.BOOLEAN,
                        control -> IpLevelOptions.judged(control, level, () -> {
                            boolean value = control.number() == 1;
                            role(control).options().change(family, settings -> flag.set(settings, value));
                            return ControlOutcome.done(name + " is " + value);
                        }))
                .get(
                        Shape.BOOLEAN,
                        control -> IpLevelOptions.judged(
                                control,
                                level,
                                () -> control.giveBoolean(
                                        read.get(role(control).options().of(family)))));
    }

    private static SocketOperation headerIncluded(int level, String name) {
        IpFamily family = IpLevelOptions.family(level);
        return SocketOperation.of(name, level)
                .on(DATAGRAM)
                .set(
                        Shape.BOOLEAN,
                        control -> IpLevelOptions.judged(control, level, () -> {
                            boolean value = control.number() == 1;
                            return outcome(
                                    role(control).options().setHeaderIncluded(family, value), name + " is " + value);
                        }))
                .get(
                        Shape.BOOLEAN,
                        control -> control.giveBoolean(
                                role(control).options().of(family).headerIncluded()));
    }

    private static SocketOperation number(int level, String name, NumberSetter number, NumberRead read) {
        IpFamily family = IpLevelOptions.family(level);
        return SocketOperation.of(name, level)
                .on(DATAGRAM)
                .set(
                        Shape.ULONG,
                        control -> IpLevelOptions.judged(
                                control,
                                level,
                                () -> outcome(
                                        number.set(role(control).options(), family, number(control)),
                                        name + " is " + control.number())))
                .get(
                        Shape.ULONG,
                        control -> IpLevelOptions.judged(
                                control,
                                level,
                                () -> control.giveUlong(
                                        read.get(role(control).options().of(family)))));
    }

    /** Of IPv4 the number is an address of the host, or the index of an interface, in network byte order. */
    private static @Nullable DatagramFailure setMulticastInterface(
            DatagramConfiguration options, IpFamily family, int value) {
        if (family == IpFamily.IPV6) {
            return options.setMulticastInterface(family, value);
        }
        long index = IpLevelOptions.interfaceInNetworkOrder(value);
        return index >= 0
                ? options.setMulticastInterface(family, (int) index)
                : options.setMulticastInterface(IpAddress.ipv4(Integer.reverseBytes(value)));
    }

    private interface GroupAction {
        @Nullable
        DatagramFailure apply(DatagramRole role, IpAddress group, int interfaceIndex);
    }

    private static SocketOperation membership(int level, String name, GroupAction action) {
        return SocketOperation.of(name, level).on(DATAGRAM).when(When.BOUND).set(Shape.IP_MREQ, control -> {
            if (!(control.input() instanceof IpMreq wanted) || control.request().inputSize() != wanted.size()) {
                return ControlOutcome.invalid("InputBuffer must be an IP_MREQ or IPV6_MREQ");
            }
            return IpLevelOptions.judged(
                    control,
                    level,
                    () -> outcome(
                            action.apply(role(control), wanted.group(), wanted.interfaceIndex()),
                            name + " of " + wanted.group()));
        });
    }

    private static ControlOutcome udp(SocketControl control, IpLevelOptions.Judged action) {
        return role(control).isRaw()
                ? ControlOutcome.invalid(control.request().controlCodeName() + " is for UDP")
                : action.perform();
    }

    private static ControlOutcome setCoalescedSize(SocketControl control) {
        role(control).setCoalescedSize(number(control));
        return ControlOutcome.done("UDP_RECV_MAX_COALESCED_SIZE is " + control.number());
    }

    private static int number(SocketControl control) {
        return (int) Math.min(control.number(), Integer.MAX_VALUE);
    }

    private static ControlOutcome outcome(@Nullable DatagramFailure failure, String done) {
        return failure == null ? ControlOutcome.done(done) : ControlOutcome.failed(failure.status(), failure.reason());
    }

    private static DatagramRole role(SocketControl control) {
        if (control.socket() instanceof DatagramSocket datagram) {
            return datagram.role();
        }
        throw new AssertionError("the category was judged before");
    }

    private static @Nullable Endpoint address(SocketControl control) {
        Object input = control.input();
        if (input instanceof SockAddr.Inet four) {
            return four.endpoint();
        }
        return input instanceof SockAddr.Inet6 six ? six.endpoint() : null;
    }
}
