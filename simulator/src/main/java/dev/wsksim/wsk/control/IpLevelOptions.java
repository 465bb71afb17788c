package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.CONNECTION;
import static dev.wsksim.wsk.socket.SocketCategory.DATAGRAM;
import static dev.wsksim.wsk.socket.SocketCategory.LISTEN;
import static dev.wsksim.wsk.socket.SocketCategory.STREAM;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.IpOptions;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.ConnectionRole;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.IpSettings;
import dev.wsksim.wsk.socket.PathMtuDiscovery;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options of the levels IPPROTO_IP and IPPROTO_IPV6 that sockets of every category have. Source:
 * ipproto-ip-socket-options, ipproto-ipv6-socket-options.
 *
 * <p>The options of one level are for sockets that speak that family, dual-mode ones both: STATUS_INVALID_PARAMETER for the
 * others (assumption). A listening socket hands them on to the sockets that it accepts; its SYN+ACK does not have them
 * (assumption). On a connected TCP socket, IP_UNICAST_IF acts on what is sent from then on.
 */
final class IpLevelOptions {

    private static final int LARGEST_BYTE = 255;
    private static final int INTERFACE_MASK = 0xFF;

    static final ImmutableList<SocketOperation> ALL = ImmutableList.<SocketOperation>builder()
            .addAll(level(Ws2def.IPPROTO_IP, "IP_", "IP_TTL", "IP_TOS"))
            .add(option(Ws2def.IPPROTO_IP, "IP_OPTIONS")
                    .set(Shape.BYTES, control -> judged(control, Ws2def.IPPROTO_IP, () -> setOptions(control)))
                    .get(Shape.BYTES, control -> judged(control, Ws2def.IPPROTO_IP, () -> getOptions(control))))
            .addAll(level(Ws2def.IPPROTO_IPV6, "IPV6_", "IPV6_UNICAST_HOPS", "IPV6_TCLASS"))
            .build();

    private IpLevelOptions() {}

    /** What an option does once the family was judged. */
    interface Judged {
        ControlOutcome perform();
    }

    private interface Setter {
        @Nullable
        String fault(SocketControl control, IpSettings settings, long value);
    }

    /** Refuses an option of the level of a family that the socket does not speak. */
    static ControlOutcome judged(SocketControl control, int level, Judged action) {
        return control.socket().speaks(family(level))
                ? action.perform()
                : ControlOutcome.failed(
                        NtStatus.STATUS_INVALID_PARAMETER,
                        control.request().controlCodeName() + " is not for the family of the socket");
    }

    static IpFamily family(int level) {
        return level == Ws2def.IPPROTO_IPV6 ? IpFamily.IPV6 : IpFamily.IPV4;
    }

    /** Returns the index of the interface that a number in network byte order names: 0.x.x.x; -1 where it names none. */
    static long interfaceInNetworkOrder(long number) {
        return (number & INTERFACE_MASK) == 0 ? Integer.toUnsignedLong(Integer.reverseBytes((int) number)) : -1;
    }

    private static ImmutableList<SocketOperation> level(int level, String prefix, String hops, String trafficClass) {
        boolean six = level == Ws2def.IPPROTO_IPV6;
        return ImmutableList.of(
                number(level, hops, IpLevelOptions::setHopLimit, control -> hopLimit(control, level)),
                number(
                        level,
                        trafficClass,
                        IpLevelOptions::setTrafficClass,
                        control -> settings(control, level).trafficClass()),
                number(
                        level,
                        prefix + "UNICAST_IF",
                        (control, settings, value) ->
                                setInterface(control, settings, six ? value : interfaceInNetworkOrder(value)),
                        control -> settings(control, level).unicastInterface()),
                number(
                        level,
                        prefix + "MTU_DISCOVER",
                        (control, settings, value) -> setDiscovery(settings, value),
                        control -> settings(control, level).discovery().number()),
                option(level, prefix + "MTU")
                        .get(Shape.ULONG, control -> judged(control, level, () -> getMtu(control, level))));
    }

    private static SocketOperation option(int level, String name) {
        return SocketOperation.of(name, level).on(LISTEN, DATAGRAM, CONNECTION, STREAM);
    }

    private static SocketOperation number(
            int level, String name, Setter setter, Function<SocketControl, Integer> read) {
        return option(level, name)
                .set(Shape.ULONG, control -> judged(control, level, () -> set(control, level, name, setter)))
                .get(Shape.ULONG, control -> judged(control, level, () -> control.giveUlong(read.apply(control))));
    }

    private static ControlOutcome set(SocketControl control, int level, String name, Setter setter) {
        long value = control.number();
        String fault = setter.fault(control, new IpSettings(), value);
        if (fault != null) {
            return ControlOutcome.invalid(fault);
        }
        control.socket().changeIp(family(level), settings -> setter.fault(control, settings, value));
        return ControlOutcome.done(name + " is " + value);
    }

    private static IpSettings settings(SocketControl control, int level) {
        return control.socket().ip(family(level));
    }

    private static int hopLimit(SocketControl control, int level) {
        int set = settings(control, level).hopLimit();
        return set == 0 ? control.host().defaultHopLimit() : set;
    }

    private static @Nullable String setHopLimit(SocketControl control, IpSettings settings, long value) {
        if (value < 1 || value > LARGEST_BYTE) {
            return "a hop limit is from 1 to 255, not " + value;
        }
        settings.setHopLimit((int) value);
        return null;
    }

    /** Congestion Experienced is for routers to say. Source: winsock-ecn. */
    private static @Nullable String setTrafficClass(SocketControl control, IpSettings settings, long value) {
        if (value < 0 || value > LARGEST_BYTE) {
            return "a traffic class is from 0 to 255, not " + value;
        }
        if ((value & IpExtras.ECN_MASK) == IpExtras.CONGESTION_EXPERIENCED) {
            return "the ECN bits of " + value + " say Congestion Experienced, which no sender may";
        }
        settings.setTrafficClass((int) value);
        return null;
    }

    private static @Nullable String setInterface(SocketControl control, IpSettings settings, long index) {
        if (index < 0
                || index > Integer.MAX_VALUE
                || (index != 0 && !control.host().hasInterface((int) index))) {
            return "the number names no interface of the host; IP_UNICAST_IF is in network byte order";
        }
        settings.setUnicastInterface((int) index);
        return null;
    }

    private static @Nullable String setDiscovery(IpSettings settings, long value) {
        PathMtuDiscovery wanted = PathMtuDiscovery.of(value);
        if (wanted == null) {
            return value + " is no PMTUD_STATE";
        }
        settings.setDiscovery(wanted);
        return null;
    }

    private static ControlOutcome setOptions(SocketControl control) {
        ByteSlice given = control.input() instanceof ImmutableIntArray bytes ? slice(bytes) : ByteSlice.EMPTY;
        if (given.length() != control.request().inputSize()) {
            return ControlOutcome.invalid("InputSize is not the size of the options");
        }
        String fault = IpOptions.fault(given).orElse(null);
        if (fault != null) {
            return ControlOutcome.invalid(fault);
        }
        String notPlayed = IpOptions.notPlayed(given).orElse(null);
        if (notPlayed != null) {
            throw new NotSimulatedException("IP_OPTIONS with " + notPlayed);
        }
        ByteSlice padded = IpOptions.padded(given);
        control.socket().changeIp(IpFamily.IPV4, settings -> settings.setOptions(padded));
        return ControlOutcome.done("IP_OPTIONS has " + padded.length() + " bytes");
    }

    private static ByteSlice slice(ImmutableIntArray numbers) {
        byte[] bytes = new byte[numbers.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers.get(i);
        }
        return ByteSlice.of(bytes, 0, bytes.length);
    }

    private static ControlOutcome getOptions(SocketControl control) {
        ImmutableIntArray.Builder numbers = ImmutableIntArray.builder();
        for (byte each : control.socket().ip(IpFamily.IPV4).options().toByteArray()) {
            numbers.add(Byte.toUnsignedInt(each));
        }
        ImmutableIntArray bytes = numbers.build();
        return control.give(bytes.length(), bytes);
    }

    /** The page demands a connected socket; of datagrams, that is one with a fixed remote address (assumption, OQ-120). */
    private static ControlOutcome getMtu(SocketControl control, int level) {
        Endpoint remote = remote(control.socket());
        if (remote == null || remote.address().family() != family(level)) {
            return ControlOutcome.failed(NtStatus.STATUS_INVALID_DEVICE_STATE, "the socket is not connected over that");
        }
        return control.giveUlong(control.host().mtuTo(remote.address()));
    }

    private static @Nullable Endpoint remote(WskSocket socket) {
        if (socket instanceof DatagramSocket datagram) {
            Endpoint fixed = datagram.role().fixedRemote();
            return fixed == null ? null : datagram.role().onTheNet(fixed);
        }
        ConnectionRole role = socket.connectionRole();
        return role == null || role.connection() == null
                ? null
                : role.connection().remote();
    }
}
