package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.DATAGRAM;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.DatagramFailure;
import dev.wsksim.wsk.socket.DatagramRole;
import dev.wsksim.wsk.socket.DatagramSettings;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.SocketCategory;
import org.jspecify.annotations.Nullable;

/**
 * The options of datagram sockets, at the levels SOL_SOCKET, IPPROTO_IP and IPPROTO_IPV6, and their IOCTLs. Sources:
 * so-broadcast, ipproto-ip-socket-options and ipproto-ipv6-socket-options of the Win32 pages, sio-wsk-set-remote-address,
 * sio-wsk-set-sendto-address.
 *
 * <p>The options of one level of IP are for sockets of that family: STATUS_INVALID_PARAMETER for the other (assumption).
 * On sockets with a connection they are not simulated.
 */
final class DatagramOptions {

    static final ImmutableList<SocketOperation> ALL = ImmutableList.<SocketOperation>builder()
            .add(SocketOperation.of("SO_BROADCAST", Ws2def.SOL_SOCKET)
                    .on(DATAGRAM)
                    .set(Shape.BOOLEAN, control -> {
                        role(control).setBroadcast(control.number() == 1);
                        return ControlOutcome.done("SO_BROADCAST is " + (control.number() == 1));
                    })
                    .get(
                            Shape.BOOLEAN,
                            control -> control.giveBoolean(settings(control).broadcast())))
            .addAll(level(Ws2def.IPPROTO_IP, "IP_TTL", "IP_MULTICAST_TTL", "IP_"))
            .addAll(level(Ws2def.IPPROTO_IPV6, "IPV6_UNICAST_HOPS", "IPV6_MULTICAST_HOPS", "IPV6_"))
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
        @Nullable
        DatagramFailure set(DatagramRole role, boolean value);
    }

    private interface NumberSetter {
        @Nullable
        DatagramFailure set(DatagramRole role, int value);
    }

    private interface FlagRead {
        boolean get(DatagramSettings settings);
    }

    private interface NumberRead {
        int get(DatagramSettings settings);
    }

    private static ImmutableList<SocketOperation> level(int level, String hops, String multicastHops, String prefix) {
        return ImmutableList.of(
                number(level, hops, DatagramRole::setHopLimit, DatagramSettings::hopLimit),
                number(level, multicastHops, DatagramRole::setMulticastHopLimit, DatagramSettings::multicastHopLimit),
                number(
                        level,
                        prefix + "MULTICAST_IF",
                        DatagramRole::setMulticastInterface,
                        DatagramSettings::multicastInterface),
                flag(
                        level,
                        prefix + "MULTICAST_LOOP",
                        (role, value) -> {
                            role.setMulticastLoopback(value);
                            return null;
                        },
                        DatagramSettings::multicastLoopback),
                flag(level, prefix + "HDRINCL", DatagramRole::setHeaderIncluded, DatagramSettings::headerIncluded),
                flag(
                        level,
                        prefix + "PKTINFO",
                        (role, value) -> {
                            role.setPktInfo(value);
                            return null;
                        },
                        DatagramSettings::packetInfo),
                flag(
                        level,
                        prefix + "HOPLIMIT",
                        (role, value) -> {
                            role.setHopLimitInfo(value);
                            return null;
                        },
                        DatagramSettings::hopLimitInfo),
                membership(level, prefix + "ADD_MEMBERSHIP", DatagramRole::joinGroup),
                membership(level, prefix + "DROP_MEMBERSHIP", DatagramRole::leaveGroup));
    }

    private static SocketOperation option(int level, String name) {
        return SocketOperation.of(name, level)
                .on(DATAGRAM, SocketCategory.LISTEN, SocketCategory.CONNECTION, SocketCategory.STREAM)
                .simulatedOnlyOn(DATAGRAM);
    }

    private static SocketOperation flag(int level, String name, Flag flag, FlagRead read) {
        return option(level, name)
                .set(Shape.BOOLEAN, control -> {
                    boolean value = control.number() == 1;
                    return isOfFamily(control, level)
                            ? outcome(flag.set(role(control), value), name + " is " + value)
                            : otherFamily(name);
                })
                .get(Shape.BOOLEAN, control -> control.giveBoolean(read.get(settings(control))));
    }

    private static SocketOperation number(int level, String name, NumberSetter number, NumberRead read) {
        return option(level, name)
                .set(Shape.ULONG, control -> {
                    int value = (int) Math.min(control.number(), Integer.MAX_VALUE);
                    return isOfFamily(control, level)
                            ? outcome(number.set(role(control), value), name + " is " + value)
                            : otherFamily(name);
                })
                .get(Shape.ULONG, control -> {
                    int value = read.get(settings(control));
                    boolean hostsOwn = value == 0 && (name.equals("IP_TTL") || name.equals("IPV6_UNICAST_HOPS"));
                    return control.giveUlong(hostsOwn ? control.host().defaultHopLimit() : value);
                });
    }

    private interface GroupAction {
        @Nullable
        DatagramFailure apply(DatagramRole role, IpAddress group, int interfaceIndex);
    }

    private static SocketOperation membership(int level, String name, GroupAction action) {
        return option(level, name).when(When.BOUND).set(Shape.IP_MREQ, control -> {
            if (!(control.input() instanceof IpMreq wanted) || control.request().inputSize() != wanted.size()) {
                return ControlOutcome.invalid("InputBuffer must be an IP_MREQ or IPV6_MREQ");
            }
            if (!isOfFamily(control, level)) {
                return otherFamily(name);
            }
            return outcome(
                    action.apply(role(control), wanted.group(), wanted.interfaceIndex()),
                    name + " of " + wanted.group());
        });
    }

    private static ControlOutcome outcome(@Nullable DatagramFailure failure, String done) {
        return failure == null ? ControlOutcome.done(done) : ControlOutcome.failed(failure.status(), failure.reason());
    }

    private static ControlOutcome otherFamily(String name) {
        return ControlOutcome.failed(NtStatus.STATUS_INVALID_PARAMETER, name + " is not for the family of the socket");
    }

    private static boolean isOfFamily(SocketControl control, int level) {
        boolean six = control.socket().triple().addressFamily() == Ws2def.AF_INET6;
        return six == (level == Ws2def.IPPROTO_IPV6);
    }

    private static DatagramRole role(SocketControl control) {
        if (control.socket() instanceof DatagramSocket datagram) {
            return datagram.role();
        }
        throw new AssertionError("the category was judged before");
    }

    private static DatagramSettings settings(SocketControl control) {
        return role(control).settings();
    }

    private static @Nullable Endpoint address(SocketControl control) {
        Object input = control.input();
        if (input instanceof SockAddr.Inet four) {
            return four.endpoint();
        }
        return input instanceof SockAddr.Inet6 six ? six.endpoint() : null;
    }
}
