package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.scenario.model.ConnectionExpectation;
import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.model.NetstatExpectation;
import dev.wsksim.scenario.model.PacketCount;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SocketExpectation;
import dev.wsksim.scenario.model.SocketState;
import java.util.Optional;

/** How it is written what must have been seen at the end. */
final class ExpectElement {
    private static final ListType<PacketExpectation> PACKET_LIST = ListType.of(new PacketEntryType());

    private static final Field<ImmutableList<PacketExpectation>> PACKETS = Field.optional(
            "packets",
            ListType.ofSome(new PacketEntryType()),
            "not checked",
            "Packets that must have been sent in this order; others may lie between them.",
            "[{ client > server: SYN, at: 0ms }]");
    private static final Field<ImmutableList<PacketExpectation>> PACKETS_EXACTLY = Field.optional(
            "packets-exactly",
            PACKET_LIST,
            "not checked",
            "All packets that must have been sent, in this order, and no others.",
            "[{ client > server: SYN, at: 0ms }]");
    private static final Field<ImmutableList<PacketCount>> PACKETS_SENT = Field.optional(
            "packets-sent",
            new TableType<>(
                    NetworkTypes.DIRECTED_PATTERN,
                    ScalarTypes.longInteger("a number of packets", 0),
                    ExpectElement::count),
            "not checked",
            "How many packets of a kind must have been sent in a direction.",
            "{ client > server SYN: 3 }");

    private static final Field<ImmutableList<ConnectionExpectation>> CONNECTIONS = Field.optional(
            "connections",
            LaterType.of(() -> ConnectionExpectElement.ENDS),
            "not checked",
            "What ends of TCP connections were like: the opening end of one under 'connections' by its name, the end that"
                    + " a peer accepted as server:445, the second one as server:445/2.",
            "{ upload: { state: CLOSED, sent: 5 }, server:445: { received: 5 } }");

    private static final Field<ImmutableList<NetstatExpectation>> NETSTAT = Field.optional(
            "netstat",
            ListType.ofSome(LaterType.of(() -> NetstatElement.EXPECTED)),
            "not checked",
            "Which TCP connections hosts must have had at instants, as --netstat-at shows them.",
            "[{ at: 15ms, host: server, connections: [{ local: server:445, state: ESTABLISHED }] }]");

    private static final ValueType<ImmutableList<Reference>> NONE_OR_IDS = new EitherType<>(
            new MappedType<>(
                    ScalarTypes.PLACED_TEXT,
                    (text, node) -> text.name().equals("none") ? ImmutableList.of() : ImmutableList.of(text)),
            ListType.of(ScalarTypes.PLACED_TEXT));
    private static final Field<ImmutableList<Reference>> VIOLATIONS = Field.optional(
            "violations",
            NONE_OR_IDS,
            "none",
            "The rules that the driver must be found to break, by their ids, or none.",
            "[WSK-IRP-003]");

    private static final ScalarType<ImmutableList<Placed<LeftOver>>> NONE =
            ScalarType.words("none", ImmutableList.of("none"), scalar -> {
                if (!scalar.text().equals("none")) {
                    throw ScalarTypes.mismatch(scalar, "none or a list of left-overs", "for example: [open-socket]");
                }
                return ImmutableList.of();
            });
    private static final Field<ImmutableList<Placed<LeftOver>>> LEFT_OVER = Field.optional(
            "left-over",
            new EitherType<>(NONE, ListType.of(MappedType.placed(ScalarTypes.word("a left-over", LeftOver.values())))),
            "none",
            "What the driver must have left behind at the end, or none.",
            "[open-socket]");

    private static final Field<SocketState> STATE = Field.required(
            "state",
            ScalarTypes.word("a socket state", SocketState.values()),
            "The state that the socket must be in.",
            "connected");
    private static final ElementType<Bound> FINAL_STATE =
            ElementType.values("final state", "What a socket must be like at the end.", ImmutableList.of(STATE));
    private static final Field<ImmutableList<SocketExpectation>> FINAL = Field.optional(
            "final",
            new TableType<>(
                    ScalarTypes.NAME,
                    FINAL_STATE,
                    (socket, state, key) ->
                            Optional.of(new SocketExpectation(socket, state.get(STATE), key.position()))),
            "not checked",
            "What sockets must be like at the end, by their names.",
            "{ s: { state: closed } }");

    private static final Field<Placed<BugCheck>> BUG_CHECK = Field.optional(
            "bug-check",
            MappedType.placed(KernelTypes.BUG_CHECK),
            "none",
            "The bug check that must end the run.",
            "IRQL_NOT_LESS_OR_EQUAL");
    private static final Field<ImmutableList<Reference>> REACHED = Field.optional(
            "reached",
            ListType.ofSome(ScalarTypes.PLACED_TEXT),
            "not checked",
            "Marks that the run must have passed.",
            "[SYN retransmitted after RST]");

    /** The expectations of a scenario. */
    static final ElementType<Expectations> EXPECT = ElementType.of(
            "expect section",
            "What must have been seen at the end; what is left out is not checked, but violations and left-overs are.",
            ImmutableList.of(
                    PACKETS,
                    PACKETS_EXACTLY,
                    PACKETS_SENT,
                    CONNECTIONS,
                    NETSTAT,
                    CallbackElement.CALLBACKS,
                    VIOLATIONS,
                    LEFT_OVER,
                    FINAL,
                    BUG_CHECK,
                    REACHED),
            ExpectElement::expectations);

    private ExpectElement() {}

    private static Optional<PacketCount> count(NetworkTypes.DirectedPattern kind, Long count, Node.Scalar key) {
        NetworkTypes.Direction hosts = kind.direction();
        return Optional.of(new PacketCount(hosts.from(), hosts.to(), kind.pattern(), count, key.position()));
    }

    private static Expectations expectations(Bound expect) {
        expect.atMostOneOf(PACKETS, PACKETS_EXACTLY);
        boolean exactly = expect.isWritten(PACKETS_EXACTLY);
        return new Expectations(
                expect.get(exactly ? PACKETS_EXACTLY : PACKETS, ImmutableList.of()),
                exactly,
                expect.position(exactly ? PACKETS_EXACTLY : PACKETS),
                expect.get(PACKETS_SENT, ImmutableList.of()),
                expect.get(CONNECTIONS, ImmutableList.of()),
                expect.get(NETSTAT, ImmutableList.of()),
                expect.get(CallbackElement.CALLBACKS, ImmutableList.of()),
                expect.get(VIOLATIONS, ImmutableList.of()),
                expect.get(LEFT_OVER, ImmutableList.of()),
                expect.get(FINAL, ImmutableList.of()),
                expect.find(BUG_CHECK),
                expect.get(REACHED, ImmutableList.of()),
                expect.position());
    }
}
