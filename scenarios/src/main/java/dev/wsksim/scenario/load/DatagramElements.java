package dev.wsksim.scenario.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.raw.RawStack;
import dev.wsksim.scenario.model.DatagramAct;
import dev.wsksim.scenario.model.DatagramRefusal;
import dev.wsksim.scenario.model.DatagramStep;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.PingResult;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Step;
import java.util.Optional;
import java.util.OptionalInt;

/** How the steps are written in which scripted ends send something that belongs to no connection. */
final class DatagramElements {
    private static final int MAX_BYTES = 100_000;
    private static final int PING_BYTES = 32;
    private static final SimDuration PING_TIMEOUT = SimDuration.ofMillis(4_000);
    private static final SimDuration MAX_RESPONSE = SimDuration.ofMillis(10_000);
    private static final long NANOS_PER_TENTH = 100_000_000;
    private static final long MOST_TENTHS = 127;

    private static final Field<String> DATA =
            Field.optional("data", ScalarTypes.TEXT, "no data, and 32 bytes of a ping", "The data, as UTF-8.", "hello");
    private static final Field<ByteSlice> HEX = Field.optional(
            "hex",
            ContentElement.HEXADECIMAL,
            "none",
            "The data as pairs of hexadecimal digits, with or without blanks between the pairs.",
            "'08 00 f7 ff'");
    private static final Field<Integer> LENGTH = Field.optional(
            "length",
            ScalarTypes.integer("a number of bytes", 0, MAX_BYTES),
            "none",
            "The data is so many bytes that count up from 0, beginning again behind 255.",
            "1400");
    private static final Field<Integer> HOP_LIMIT = Field.optional(
            "hop-limit",
            ScalarTypes.integer("a hop limit from 0 to 255", 0, 255),
            "that of the host, and 1 to a group",
            "The time to live of IPv4 or the hop limit of IPv6; 0 only to a group.",
            "3");
    private static final Field<Integer> PING_HOP_LIMIT = Field.optional(
            "hop-limit",
            ScalarTypes.integer("a hop limit from 1 to 255", 1, 255),
            "that of the host",
            "The time to live of IPv4 or the hop limit of IPv6.",
            "3");
    private static final Field<NetworkPlace> FROM_HOST =
            Field.required("from", NetworkTypes.PLACE, "The host that sends.", "client");
    private static final Field<NetworkPlace> FROM_PORT = Field.required(
            "from",
            NetworkTypes.PLACE_WITH_PORT,
            "The host and the UDP port from which it is sent; a peer on the port hears the answers.",
            "client:50000");

    private static final Field<NetworkPlace> SEND_UDP = Field.required(
            "send-udp",
            NetworkTypes.PLACE_WITH_PORT,
            "Where a scripted end sends a datagram: a host, an address, a group or a broadcast address, with a port.",
            "server:53");
    private static final Field<DatagramRefusal> REFUSED = Field.optional(
            "refused",
            ScalarTypes.word("what forbids to send", DatagramRefusal.values()),
            "the datagram has to be sent",
            "What has to forbid to send the datagram.",
            "message-too-long");
    private static final ElementType<DatagramStep> SEND_UDP_STEP = ElementType.checked(
            "send-udp step",
            "A scripted end sends a UDP datagram.",
            StepFields.of(SEND_UDP, FROM_PORT, DATA, HEX, LENGTH, HOP_LIMIT, REFUSED),
            DatagramElements::sendUdp);

    private static final Field<NetworkPlace> PING = Field.required(
            "ping", NetworkTypes.PLACE, "Whom a scripted end sends an ICMP or ICMPv6 echo request.", "server");
    private static final Field<SimDuration> TIMEOUT = Field.optional(
            "timeout", Durations.DURATION, "4s", "How long a reply is waited for, in the background.", "1s");
    private static final Field<PingResult> OUTCOME = Field.optional(
            "outcome",
            ScalarTypes.word("what comes of a ping", PingResult.values()),
            "reply",
            "What has to come of it.",
            "timed-out");
    private static final Field<SimDuration> ROUND_TRIP = Field.optional(
            "round-trip",
            Durations.DURATION,
            "any time",
            "Exactly how long it has to take from the request to its end.",
            "20ms");
    private static final ElementType<DatagramStep> PING_STEP = ElementType.of(
            "ping step",
            "A scripted end sends an echo request; what comes of it is looked at when it comes.",
            StepFields.of(PING, FROM_HOST, DATA, HEX, LENGTH, PING_HOP_LIMIT, TIMEOUT, OUTCOME, ROUND_TRIP),
            step -> step(
                    step,
                    new DatagramAct.Ping(
                            step.get(FROM_HOST),
                            step.get(PING),
                            data(step, PING_BYTES),
                            hopLimit(step, PING_HOP_LIMIT),
                            step.get(TIMEOUT, PING_TIMEOUT),
                            step.get(OUTCOME, PingResult.REPLY),
                            step.find(ROUND_TRIP))));

    private static final Field<NetworkPlace> SEND_RAW = Field.required(
            "send-raw", NetworkTypes.PLACE, "Where a scripted end sends a packet of any protocol but TCP.", "server");
    private static final Field<Integer> PROTOCOL = Field.required(
            "protocol",
            ScalarTypes.integer("a protocol number from 1 to 255", 1, 255),
            "The protocol number; of ICMPv6 (58), the checksum is filled in.",
            "253");
    private static final ElementType<DatagramStep> SEND_RAW_STEP = ElementType.checked(
            "send-raw step",
            "A scripted end sends a packet with an IP header of its own making and any bytes behind it.",
            StepFields.of(SEND_RAW, FROM_HOST, PROTOCOL, DATA, HEX, LENGTH),
            DatagramElements::sendRaw);

    private static final Field<NetworkPlace> MEMBER = Field.required(
            "member", NetworkTypes.PLACE_WITH_PORT, "The host and the UDP port of the endpoint.", "server:5000");
    private static final Field<Reference> INTERFACE = Field.optional(
            "interface",
            ScalarTypes.name("the name of an interface"),
            "the first that is up",
            "The name of the interface of the host.",
            "lan");
    private static final Field<NetworkPlace> JOIN =
            Field.required("join", NetworkTypes.GROUP, "The group that an endpoint joins.", "239.1.2.3");
    private static final ElementType<DatagramStep> JOIN_STEP = ElementType.of(
            "join step",
            "An endpoint joins a multicast group, and its host reports so.",
            StepFields.of(JOIN, MEMBER, INTERFACE),
            step -> step(
                    step, new DatagramAct.Membership(step.get(JOIN), step.get(MEMBER), step.find(INTERFACE), true)));
    private static final Field<NetworkPlace> LEAVE =
            Field.required("leave", NetworkTypes.GROUP, "The group that an endpoint leaves.", "239.1.2.3");
    private static final ElementType<DatagramStep> LEAVE_STEP = ElementType.of(
            "leave step",
            "An endpoint leaves a multicast group, and its host reports so.",
            StepFields.of(LEAVE, MEMBER, INTERFACE),
            step -> step(
                    step, new DatagramAct.Membership(step.get(LEAVE), step.get(MEMBER), step.find(INTERFACE), false)));

    private static final Field<NetworkPlace> QUERY = Field.required(
            "query",
            NetworkTypes.GROUP_OR_FAMILY,
            "The group that a router asks about with IGMPv3 or MLDv2; ipv4 or ipv6 for all groups.",
            "ipv4");
    private static final Field<SimDuration> MAX_RESPONSE_FIELD = Field.optional(
            "max-response",
            Durations.DURATION,
            "10s",
            "How long hosts may take to answer, in steps of 100 ms up to 12.7 s.",
            "1s");
    private static final ElementType<DatagramStep> QUERY_STEP = ElementType.checked(
            "query step",
            "A host plays the router that asks which groups have members.",
            StepFields.of(QUERY, FROM_HOST, MAX_RESPONSE_FIELD),
            DatagramElements::query);

    private DatagramElements() {}

    /** Returns the kinds of steps, by the key that tells them apart. */
    static ImmutableMap<String, ElementType<? extends Step>> kinds() {
        return ImmutableMap.of(
                SEND_UDP.name(), SEND_UDP_STEP,
                PING.name(), PING_STEP,
                SEND_RAW.name(), SEND_RAW_STEP,
                JOIN.name(), JOIN_STEP,
                LEAVE.name(), LEAVE_STEP,
                QUERY.name(), QUERY_STEP);
    }

    private static DatagramStep step(Bound step, DatagramAct act) {
        return new DatagramStep(StepFields.id(step), StepFields.timing(step), act, step.position());
    }

    private static Optional<DatagramStep> sendUdp(Bound step) {
        NetworkPlace to = step.get(SEND_UDP);
        OptionalInt hopLimit = hopLimit(step, HOP_LIMIT);
        boolean isGroup = to.address().filter(IpAddress::isMulticast).isPresent();
        if (!isGroup && hopLimit.equals(OptionalInt.of(0))) {
            step.report(
                    HOP_LIMIT,
                    "only a datagram to a group may have the hop limit 0",
                    "RFC 1122 section 3.2.1.7; the least of others is 1");
            return Optional.empty();
        }
        return Optional.of(step(
                step, new DatagramAct.SendUdp(step.get(FROM_PORT), to, data(step, 0), hopLimit, step.find(REFUSED))));
    }

    private static Optional<DatagramStep> sendRaw(Bound step) {
        if (step.get(PROTOCOL) == TcpSegment.PROTOCOL) {
            step.report(PROTOCOL, "Windows lets nobody send TCP over a raw socket", "tcp-ip-raw-sockets-2");
            return Optional.empty();
        }
        boolean isExtensionHeader = step.get(SEND_RAW)
                .address()
                .filter(to -> RawStack.isExtensionHeader(step.get(PROTOCOL), to))
                .isPresent();
        if (isExtensionHeader) {
            step.report(
                    PROTOCOL,
                    "over IPv6 this is the number of an extension header",
                    "extension headers are not simulated; hosts make the fragment header themselves");
            return Optional.empty();
        }
        return Optional.of(step(
                step,
                new DatagramAct.SendRaw(step.get(FROM_HOST), step.get(SEND_RAW), step.get(PROTOCOL), data(step, 0))));
    }

    private static Optional<DatagramStep> query(Bound step) {
        SimDuration longest = step.get(MAX_RESPONSE_FIELD, MAX_RESPONSE);
        if (longest.nanos() % NANOS_PER_TENTH != 0 || longest.nanos() / NANOS_PER_TENTH > MOST_TENTHS) {
            step.report(
                    MAX_RESPONSE_FIELD,
                    "no query says " + longest,
                    "its field counts steps of 100 ms up to 12.7 s; the larger values of RFC 3376 are not simulated");
            return Optional.empty();
        }
        return Optional.of(step(step, new DatagramAct.Query(step.get(FROM_HOST), step.get(QUERY), longest)));
    }

    private static OptionalInt hopLimit(Bound step, Field<Integer> field) {
        return step.find(field).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static ByteSlice data(Bound step, int lengthByDefault) {
        step.atMostOneOf(DATA, HEX, LENGTH);
        Optional<ByteSlice> text = step.find(DATA).map(data -> ByteSlice.copyOf(data.getBytes(UTF_8)));
        return text.or(() -> step.find(HEX)).orElseGet(() -> counting(step.get(LENGTH, lengthByDefault)));
    }

    private static ByteSlice counting(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) i;
        }
        return ByteSlice.of(data, 0, length);
    }
}
