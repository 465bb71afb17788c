package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.PacketInfo;
import dev.wsksim.wsk.socket.DatagramFailure;
import org.jspecify.annotations.Nullable;

/**
 * Reads the control information of a datagram that a driver sends: IP_PKTINFO and IPV6_PKTINFO choose the source address
 * and the interface, IP_TTL and IPV6_HOPLIMIT the hop limit, IP_TOS and IPV6_TCLASS the traffic class, IP_ECN and IPV6_ECN
 * its two lowest bits, UDP_SEND_MSG_SIZE the size of segments. IP_OPTIONS and IPV6_RTHDR without data choose nothing; with
 * data, and any other control message, they end the run as not simulated, by name.
 *
 * <p>Malformed control information is STATUS_INVALID_PARAMETER (assumption), as is the code point Congestion Experienced,
 * which the page winsock-ecn does not allow. ControlInfoLength counts every object with its padding, as WSA_CMSG_SPACE
 * does. Source: nc-wsk-pfn_wsk_send_to, ns-ws2def-wsacmsghdr, winsock-ecn, ipproto-udp-socket-options.
 *
 * @param choices what the control information chooses
 * @param failure what is wrong with it; null where nothing is
 */
record ControlInfo(SendChoices choices, @Nullable DatagramFailure failure) {

    private static final ControlInfo NONE = new ControlInfo(SendChoices.NONE, null);

    private static ControlInfo wrong(String reason) {
        return new ControlInfo(
                SendChoices.NONE,
                new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, reason + " (the status is an assumption)"));
    }

    /**
     * Reads it.
     *
     * @param length ControlInfoLength
     * @param messages ControlInfo; null for NULL
     * @param family the family of the destination
     * @param windows the Windows of the host
     */
    static ControlInfo read(
            long length, @Nullable ImmutableList<ControlMessage> messages, IpFamily family, WindowsRelease windows) {
        if (length == 0) {
            return NONE;
        }
        if (messages == null) {
            return wrong("ControlInfo is NULL, but ControlInfoLength is " + length);
        }
        long space = ControlMessage.spaceOf(messages);
        if (space != length) {
            return wrong(
                    "ControlInfoLength is " + length + ", but the objects in ControlInfo take " + space + " bytes");
        }
        Reader reader = new Reader(family, windows);
        for (ControlMessage message : messages) {
            String fault = reader.fault(message);
            if (fault != null) {
                return wrong(message + " " + fault);
            }
        }
        return new ControlInfo(reader.choices(), null);
    }

    /** Goes through the objects and gathers what they choose. */
    private static final class Reader {

        private static final int LARGEST_BYTE = 255;
        private static final int LARGEST_DATAGRAM = 65_535;

        private final boolean six;
        private final WindowsRelease windows;
        private @Nullable PacketInfo place;
        private int hopLimit;
        private int classBits;
        private int classMask;
        private int segmentSize;

        Reader(IpFamily family, WindowsRelease windows) {
            this.six = family == IpFamily.IPV6;
            this.windows = windows;
        }

        SendChoices choices() {
            PacketInfo chosen = place;
            return new SendChoices(
                    chosen == null || chosen.address().isWildcard() ? null : chosen.address(),
                    chosen == null ? 0 : chosen.interfaceIndex(),
                    hopLimit,
                    classBits,
                    classMask,
                    segmentSize);
        }

        /** Takes over what an object chooses; returns what is wrong with it, or null. */
        @Nullable
        String fault(ControlMessage message) {
            if (PacketInfo.is(message)) {
                return faultOfPlace(message);
            }
            if (message.level() == Ws2def.IPPROTO_UDP && message.type() == Ws2ipdef.UDP_SEND_MSG_SIZE) {
                return faultOfSegmentSize(message);
            }
            if (message.level() != (six ? Ws2def.IPPROTO_IPV6 : Ws2def.IPPROTO_IP)) {
                throw notSimulated(message);
            }
            int type = message.type();
            if (type == (six ? Ws2ipdef.IPV6_HOPLIMIT : Ws2ipdef.IP_TTL)) {
                return faultOfHopLimit(message);
            }
            if (type == (six ? Ws2ipdef.IPV6_TCLASS : Ws2ipdef.IP_TOS)) {
                return faultOfClass(message, LARGEST_BYTE);
            }
            if (type == (six ? Ws2ipdef.IPV6_ECN : Ws2ipdef.IP_ECN)) {
                String missing = missing(WindowsRelease.WINDOWS_10_2004);
                return missing != null ? missing : faultOfClass(message, IpExtras.ECN_MASK);
            }
            if (type == (six ? Ws2ipdef.IPV6_RTHDR : Ws2ipdef.IP_OPTIONS)
                    && message.data().isEmpty()) {
                return null;
            }
            throw notSimulated(message);
        }

        private static NotSimulatedException notSimulated(ControlMessage message) {
            return new NotSimulatedException("the control message " + message);
        }

        private @Nullable String missing(WindowsRelease since) {
            return windows.has(since) ? null : "exists from " + since + " on";
        }

        private @Nullable String faultOfPlace(ControlMessage message) {
            PacketInfo read = PacketInfo.read(message);
            if (read == null || (read.address().family() == IpFamily.IPV6) != six) {
                return "is not the packet information of " + (six ? IpFamily.IPV6 : IpFamily.IPV4);
            }
            place = read;
            return null;
        }

        private @Nullable String faultOfHopLimit(ControlMessage message) {
            int limit = number(message);
            if (limit < 1 || limit > LARGEST_BYTE) {
                return "is not a hop limit from 1 to 255";
            }
            hopLimit = limit;
            return null;
        }

        private @Nullable String faultOfClass(ControlMessage message, int mask) {
            int bits = number(message);
            if (bits < 0 || bits > mask) {
                return "is not a number from 0 to " + mask;
            }
            if ((bits & IpExtras.ECN_MASK) == IpExtras.CONGESTION_EXPERIENCED) {
                return "says Congestion Experienced, which no sender may";
            }
            classBits = (classBits & ~mask) | bits;
            classMask |= mask;
            return null;
        }

        private @Nullable String faultOfSegmentSize(ControlMessage message) {
            String missing = missing(WindowsRelease.WINDOWS_10_2004);
            if (missing != null) {
                return missing;
            }
            int bytes = number(message);
            if (bytes < 1 || bytes > LARGEST_DATAGRAM) {
                return "is not a size from 1 to " + LARGEST_DATAGRAM;
            }
            segmentSize = bytes;
            return null;
        }

        private static int number(ControlMessage message) {
            return message.data().length() == Integer.BYTES ? message.ulongAt(0) : -1;
        }
    }
}
