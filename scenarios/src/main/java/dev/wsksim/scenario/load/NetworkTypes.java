package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.net.InetAddresses;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.scenario.model.AddressPrefix;
import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.PacketKind;
import dev.wsksim.scenario.model.PacketPattern;
import dev.wsksim.scenario.model.PortRange;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.TcpFlag;
import dev.wsksim.scenario.model.UnreachableCode;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of addresses, ports, directions and kinds of packets. */
final class NetworkTypes {
    /** An address of a host, with or without the length of its prefix. */
    static final ScalarType<HostAddress> HOST_ADDRESS = ScalarType.matching(
            "an IPv4 or IPv6 address such as 192.0.2.10 or 2001:db8::10",
            "[0-9A-Fa-f:.]+(/[0-9]{1,3})?",
            NetworkTypes::hostAddress);

    /** The destinations of a route; nothing for the default route. */
    static final ScalarType<Optional<AddressPrefix>> DESTINATIONS = ScalarType.matching(
            "a prefix such as 198.51.100.0/24, or default",
            "default|[0-9A-Fa-f:.]+/[0-9]{1,3}",
            NetworkTypes::destinations);

    /** A host by its name, or an address. */
    static final ScalarType<Reference> HOST_OR_ADDRESS = ScalarType.matching(
            "a host or an address such as router or 192.0.2.1",
            ScalarTypes.NAME_PATTERN + "|[0-9A-Fa-f:.]+",
            NetworkTypes::hostOrAddress);

    /** A port number. */
    static final ScalarType<Integer> PORT = ScalarTypes.integer("a port number from 1 to 65535", 1, 0xFFFF);

    /** A range of ports. */
    static final ScalarType<PortRange> PORT_RANGE = ScalarType.matching(
            "a range of ports such as 49152-65535", "[0-9]{1,5}-[0-9]{1,5}", NetworkTypes::portRange);

    /** A direction between two hosts, as links are written. */
    static final ScalarType<Direction> LINK_DIRECTION = direction("->", "a direction such as client -> server");

    /** A direction between two hosts, as packets are written. */
    static final ScalarType<Direction> PACKET_DIRECTION = direction(">", "a direction such as client > server");

    /** A kind of packet. */
    static final ScalarType<PacketPattern> PATTERN = ScalarType.matching(
            "a kind of packet such as SYN, RST+ACK, UDP or ICMP host",
            "(" + flagWords() + ")(\\+(" + flagWords() + "))*|ICMP [a-z]+|" + kindWords(),
            scalar -> pattern(scalar, scalar.text()));

    /** A kind of TCP segment. */
    static final ScalarType<PacketPattern> SEGMENT_PATTERN = ScalarType.matching(
            "a kind of TCP segment such as SYN or RST+ACK",
            "(" + flagWords() + ")(\\+(" + flagWords() + "))*",
            scalar -> flags(scalar, scalar.text(), "a kind of TCP segment such as SYN or RST+ACK"));

    /** A direction and a kind of packet. */
    static final ScalarType<DirectedPattern> DIRECTED_PATTERN = ScalarType.matching(
            "a direction and a kind of packet such as client > server SYN",
            names(">") + " +[A-Z].*",
            NetworkTypes::directedPattern);

    /** A host or an address. */
    static final ScalarType<NetworkPlace> PLACE = ScalarType.matching(
            "a host or an address such as server or 192.0.2.20",
            ScalarTypes.NAME_PATTERN + "|[0-9A-Fa-f:.]+",
            scalar -> place(scalar, scalar.text(), 0));

    /** A host or an address with a port. */
    static final ScalarType<NetworkPlace> PLACE_WITH_PORT = ScalarType.matching(
            "a host or an address with a port such as server:53 or [2001:db8::20]:53",
            "(" + ScalarTypes.NAME_PATTERN + "|[0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}",
            NetworkTypes::placeWithPort);

    /** A host or an address, with or without a port. */
    static final ScalarType<NetworkPlace> PLACE_PERHAPS_WITH_PORT = ScalarType.matching(
            "a host or an address, with or without a port, such as server:445 or client",
            "(" + ScalarTypes.NAME_PATTERN + "|[0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}|" + ScalarTypes.NAME_PATTERN
                    + "|[0-9A-Fa-f:.]+",
            NetworkTypes::placePerhapsWithPort);

    /** A group. */
    static final ScalarType<NetworkPlace> GROUP = ScalarType.matching(
            "a multicast address such as 239.1.2.3 or ff05::123", "[0-9A-Fa-f:.]+", NetworkTypes::group);

    /** A group, or a family for all of its groups. */
    static final ScalarType<NetworkPlace> GROUP_OR_FAMILY = ScalarType.matching(
            "a multicast address, ipv4 or ipv6", "[0-9A-Fa-f:.]+|ipv4|ipv6", scalar -> switch (scalar.text()) {
                case "ipv4" -> new NetworkPlace(new Reference("0.0.0.0", scalar.position()), 0);
                case "ipv6" -> new NetworkPlace(new Reference("::", scalar.position()), 0);
                default -> group(scalar);
            });

    private NetworkTypes() {}

    private static NetworkPlace place(Node.Scalar scalar, String text, int port) throws BadTextException {
        if (IpAddress.parse(text).isEmpty() && !text.matches(ScalarTypes.NAME_PATTERN)) {
            throw ScalarTypes.mismatch(scalar, "a host or an address such as server or 192.0.2.20", "");
        }
        return new NetworkPlace(new Reference(text, scalar.position()), port);
    }

    private static NetworkPlace placePerhapsWithPort(Node.Scalar scalar) throws BadTextException {
        String text = scalar.text();
        boolean alone = text.indexOf(':') < 0 || IpAddress.parse(text).isPresent();
        return alone ? place(scalar, text, 0) : placeWithPort(scalar);
    }

    private static NetworkPlace placeWithPort(Node.Scalar scalar) throws BadTextException {
        String text = scalar.text();
        int colon = text.lastIndexOf(':');
        long port = colon < 0
                ? -1
                : ScalarTypes.parseNumber(text.substring(colon + 1)).orElse(-1L);
        if (port < 1 || port > 0xFFFF) {
            throw ScalarTypes.mismatch(scalar, PLACE_WITH_PORT.label(), "ports go from 1 to 65535");
        }
        String name = text.substring(0, colon);
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        if (!bracketed && name.indexOf(':') >= 0) {
            throw ScalarTypes.mismatch(scalar, PLACE_WITH_PORT.label(), "write IPv6 addresses in brackets");
        }
        return place(scalar, bracketed ? name.substring(1, name.length() - 1) : name, (int) port);
    }

    private static NetworkPlace group(Node.Scalar scalar) throws BadTextException {
        if (IpAddress.parse(scalar.text()).filter(IpAddress::isMulticast).isEmpty()) {
            throw ScalarTypes.mismatch(
                    scalar, GROUP.label(), "groups are 224.0.0.0 to 239.255.255.255, and ff00:: to ffff::");
        }
        return new NetworkPlace(new Reference(scalar.text(), scalar.position()), 0);
    }

    /**
     * A direction between two hosts.
     *
     * @param from the sending host
     * @param to the receiving host
     */
    record Direction(Reference from, Reference to) {
        /** Returns the direction between the same hosts the other way round. */
        Direction opposite() {
            return new Direction(to, from);
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    /**
     * A direction with a kind of packet.
     *
     * @param direction the direction
     * @param pattern the kind
     */
    record DirectedPattern(Direction direction, PacketPattern pattern) {}

    private static String kindWords() {
        return String.join(
                "|", Arrays.stream(PacketKind.values()).map(PacketKind::word).toList());
    }

    private static String flagWords() {
        return String.join(
                "|", Arrays.stream(TcpFlag.values()).map(TcpFlag::name).toList());
    }

    private static String names(String arrow) {
        return " *(" + ScalarTypes.NAME_PATTERN + ") *" + arrow + " *(" + ScalarTypes.NAME_PATTERN + ")";
    }

    private static ScalarType<Direction> direction(String arrow, String label) {
        Pattern form = Pattern.compile(names(arrow) + " *");
        return ScalarType.matching(label, names(arrow) + " *", scalar -> {
            Matcher matcher = form.matcher(scalar.text());
            if (!matcher.matches()) {
                throw ScalarTypes.mismatch(scalar, label, "two host names with " + arrow + " between them");
            }
            return direction(scalar, matcher);
        });
    }

    private static Direction direction(Node.Scalar scalar, Matcher matcher) {
        return new Direction(
                new Reference(matcher.group(1), ScalarTypes.within(scalar, matcher.start(1))),
                new Reference(matcher.group(2), ScalarTypes.within(scalar, matcher.start(2))));
    }

    private static DirectedPattern directedPattern(Node.Scalar scalar) throws BadTextException {
        Matcher matcher = Pattern.compile(names(">") + " +(\\S.*)").matcher(scalar.text());
        if (!matcher.matches()) {
            throw ScalarTypes.mismatch(scalar, DIRECTED_PATTERN.label(), "");
        }
        return new DirectedPattern(direction(scalar, matcher), pattern(scalar, matcher.group(3)));
    }

    private static Reference hostOrAddress(Node.Scalar scalar) throws BadTextException {
        if (!scalar.text().matches(ScalarTypes.NAME_PATTERN)) {
            requireForAHost(scalar, address(scalar, scalar.text()));
        }
        return new Reference(scalar.text(), scalar.position());
    }

    private static HostAddress hostAddress(Node.Scalar scalar) throws BadTextException {
        int slash = scalar.text().indexOf('/');
        if (slash < 0) {
            InetAddress address = address(scalar, scalar.text());
            requireForAHost(scalar, address);
            return new HostAddress(address, OptionalInt.empty(), scalar.position());
        }
        AddressPrefix prefix = prefix(scalar);
        requireForAHost(scalar, prefix.address());
        return new HostAddress(prefix.address(), OptionalInt.of(prefix.length()), scalar.position());
    }

    private static void requireForAHost(Node.Scalar scalar, InetAddress address) throws BadTextException {
        IpAddress value = IpAddress.of(InetAddresses.toAddrString(address));
        if (value.isLoopback()) {
            throw new BadTextException("every host has its loopback addresses anyway", "leave it out");
        }
        if (value.isWildcard() || value.isMulticast() || value.isLimitedBroadcast()) {
            throw new BadTextException(
                    "'" + scalar.text() + "' cannot be the address of a host",
                    "it is a wildcard, multicast or broadcast address");
        }
    }

    private static Optional<AddressPrefix> destinations(Node.Scalar scalar) throws BadTextException {
        return scalar.text().equals("default") ? Optional.empty() : Optional.of(prefix(scalar));
    }

    private static AddressPrefix prefix(Node.Scalar scalar) throws BadTextException {
        int slash = scalar.text().indexOf('/');
        if (slash < 0) {
            throw ScalarTypes.mismatch(
                    scalar, "a prefix such as 198.51.100.0/24", "write the length of the prefix behind a slash");
        }
        InetAddress address = address(scalar, scalar.text().substring(0, slash));
        int most = address.getAddress().length * Byte.SIZE;
        long length =
                ScalarTypes.parseNumber(scalar.text().substring(slash + 1)).orElse(-1L);
        if (length < 0 || length > most) {
            throw new BadTextException("the prefix length of '" + scalar.abridged() + "' is not from 0 to " + most, "");
        }
        return new AddressPrefix(address, (int) length);
    }

    private static InetAddress address(Node.Scalar scalar, String text) throws BadTextException {
        // A scope id such as fe80::1%eth0 would ask the machine for its interfaces.
        if (text.indexOf('%') >= 0 || !InetAddresses.isInetAddress(text)) {
            throw ScalarTypes.mismatch(scalar, "an IPv4 or IPv6 address", "");
        }
        return InetAddresses.forString(text);
    }

    private static PortRange portRange(Node.Scalar scalar) throws BadTextException {
        int dash = Math.max(0, scalar.text().indexOf('-'));
        long first = ScalarTypes.parseNumber(scalar.text().substring(0, dash)).orElse(-1L);
        long last = ScalarTypes.parseNumber(
                        scalar.text().substring(Math.min(scalar.text().length(), dash + 1)))
                .orElse(-1L);
        if (first < 1 || last > 0xFFFF || first > last) {
            throw ScalarTypes.mismatch(scalar, "a range of ports such as 49152-65535", "ports go from 1 to 65535");
        }
        return new PortRange((int) first, (int) last);
    }

    private static PacketPattern pattern(Node.Scalar scalar, String text) throws BadTextException {
        for (PacketKind kind : PacketKind.values()) {
            if (kind.word().equals(text)) {
                return PacketPattern.kind(kind);
            }
        }
        if (text.startsWith("IGMP") || text.startsWith("MLD")) {
            throw ScalarTypes.mismatch(
                    scalar, "a kind of packet", "one of: IGMP query, IGMP report, MLD query, MLD report");
        }
        return text.startsWith("ICMP ")
                ? icmp(scalar, text.substring(5))
                : flags(scalar, text, "a kind of packet such as SYN, RST+ACK, UDP or ICMP host");
    }

    private static PacketPattern flags(Node.Scalar scalar, String text, String what) throws BadTextException {
        ImmutableSortedSet.Builder<TcpFlag> flags = ImmutableSortedSet.naturalOrder();
        ImmutableList<String> known =
                Arrays.stream(TcpFlag.values()).map(TcpFlag::name).collect(ImmutableList.toImmutableList());
        for (String word : text.split("\\+", -1)) {
            if (!known.contains(word)) {
                String hint = Suggestion.hint(word, known, "flags are joined by '+'");
                throw ScalarTypes.mismatch(scalar, what, hint);
            }
            flags.add(TcpFlag.valueOf(word));
        }
        return new PacketPattern(flags.build(), Optional.empty(), Optional.empty());
    }

    private static PacketPattern icmp(Node.Scalar scalar, String word) throws BadTextException {
        ImmutableList.Builder<String> known = ImmutableList.builder();
        for (UnreachableCode code : UnreachableCode.values()) {
            if (code.word().equals(word)) {
                return PacketPattern.icmp(code);
            }
            known.add(code.word());
        }
        known.add("echo-request", "echo-reply", "too-big", "hop-limit", "reassembly");
        throw ScalarTypes.mismatch(
                scalar, "an ICMP message such as ICMP host", Suggestion.hint(word, known.build(), "one of"));
    }
}
