package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.NetworkInterface;
import dev.wsksim.wsk.Ws2def;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a datagram socket, for each family that it speaks: one in dual mode has those of IPPROTO_IP for its IPv4
 * packets, and those of IPPROTO_IPV6 for the others. Values that the pages do not allow are judged here.
 *
 * <p>Source: ipproto-ip-socket-options, ipproto-ipv6-socket-options, ipproto-udp-socket-options, dual-stack-sockets.
 */
public final class DatagramConfiguration {

    private static final int LARGEST_HOP_LIMIT = 255;
    private static final int LARGEST_DATAGRAM = 65_535;

    private final WskSocket socket;
    private final boolean isRaw;
    private final IpFamily family;
    private final DatagramSettings own = new DatagramSettings();
    private @Nullable DatagramSettings ofIpv4;
    /** What it sends through: one, or, of a dual-mode socket at the wildcard address, one of each family. */
    private ImmutableList<DatagramTransport> transports = ImmutableList.of();

    DatagramConfiguration(WskSocket socket, boolean isRaw) {
        this.socket = socket;
        this.isRaw = isRaw;
        this.family = socket.triple().addressFamily() == Ws2def.AF_INET6 ? IpFamily.IPV6 : IpFamily.IPV4;
    }

    /** Returns the options of the socket's own family. */
    public DatagramSettings own() {
        return own;
    }

    /** Returns the options of a family that the socket speaks. */
    public DatagramSettings of(IpFamily wanted) {
        if (wanted == family) {
            return own;
        }
        DatagramSettings found = ofIpv4;
        if (found == null) {
            found = new DatagramSettings();
            ofIpv4 = found;
        }
        return found;
    }

    /** Changes options of a family that the socket speaks; what is sent and received from now on follows them. */
    public void change(IpFamily wanted, Consumer<DatagramSettings> change) {
        DatagramSettings settings = of(wanted);
        change.accept(settings);
        for (DatagramTransport transport : transports) {
            if (transport.family() == wanted) {
                transport.configure(settings);
            }
        }
    }

    /** Changes options of every family that the socket speaks, or may speak in dual mode. */
    public void changeAll(Consumer<DatagramSettings> change) {
        change(family, change);
        if (family == IpFamily.IPV6) {
            change(IpFamily.IPV4, change);
        }
    }

    /** Sets SO_BROADCAST. Source: so-broadcast. */
    public void setBroadcast(boolean allowed) {
        changeAll(settings -> settings.setBroadcast(allowed));
    }

    /** Sets IP_MULTICAST_TTL or IPV6_MULTICAST_HOPS, from 0 to 255. */
    public @Nullable DatagramFailure setMulticastHopLimit(IpFamily wanted, int limit) {
        if (limit < 0 || limit > LARGEST_HOP_LIMIT) {
            return invalid("a hop limit of packets to groups is from 0 to 255, not " + limit);
        }
        change(wanted, settings -> settings.setMulticastHopLimit(limit));
        return null;
    }

    /** Sets IP_MULTICAST_IF or IPV6_MULTICAST_IF to the index of an interface; 0 for the host's choice. */
    public @Nullable DatagramFailure setMulticastInterface(IpFamily wanted, int index) {
        if (!exists(index)) {
            return invalid("the host has no interface " + index);
        }
        change(wanted, settings -> settings.setMulticastInterface(index));
        return null;
    }

    /** Sets IP_MULTICAST_IF to the interface that has an address of IPv4. */
    public @Nullable DatagramFailure setMulticastInterface(IpAddress address) {
        for (NetworkInterface one : socket.services().host().interfaces()) {
            if (one.addresses().stream().anyMatch(own -> own.address().equals(address))) {
                return setMulticastInterface(IpFamily.IPV4, one.index());
            }
        }
        return invalid("the host has no interface with the address " + address);
    }

    /** Sets IP_HDRINCL or IPV6_HDRINCL of a raw socket. */
    public @Nullable DatagramFailure setHeaderIncluded(IpFamily wanted, boolean included) {
        if (!isRaw) {
            return invalid("only raw sockets have IP_HDRINCL");
        }
        change(wanted, settings -> settings.setHeaderIncluded(included));
        return null;
    }

    /** Sets UDP_SEND_MSG_SIZE, from 0 to 65535; what is larger than the path can only fail when it is sent. */
    public @Nullable DatagramFailure setSegmentSize(int bytes) {
        if (bytes < 0 || bytes > LARGEST_DATAGRAM) {
            return invalid("UDP_SEND_MSG_SIZE is from 0 to " + LARGEST_DATAGRAM + ", not " + bytes);
        }
        changeAll(settings -> settings.setSegmentSize(bytes));
        return null;
    }

    void opened(ImmutableList<DatagramTransport> opened) {
        transports = opened;
        for (DatagramTransport transport : opened) {
            transport.configure(of(transport.family()));
        }
    }

    ImmutableList<DatagramTransport> transports() {
        return transports;
    }

    private boolean exists(int index) {
        return index == 0 || socket.services().host().hasInterface(index);
    }

    private static DatagramFailure invalid(String reason) {
        return new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, reason);
    }
}
