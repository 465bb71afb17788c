package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.peer.Backlog;
import dev.wsksim.scenario.model.ConnectOutcome;
import dev.wsksim.scenario.model.DatagramReaction;
import dev.wsksim.scenario.model.PeerData;
import dev.wsksim.scenario.model.PeerSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TcpPeerSpec;
import dev.wsksim.scenario.model.UdpPeerSpec;
import dev.wsksim.scenario.model.UnreachableCode;
import dev.wsksim.scenario.model.WskPeerSpec;
import dev.wsksim.scenario.model.WskService;
import java.util.Optional;
import java.util.OptionalInt;

/** How peers, and the way they meet connection attempts, are written. */
final class PeerElement {
    private static final Field<SimDuration> AFTER =
            Field.optional("after", Durations.DURATION, "0ms", "How long the peer waits before it does so.", "20ms");
    private static final ElementType<Bound> DELAY =
            ElementType.values("delay", "How long a peer waits.", ImmutableList.of(AFTER));

    private static final Field<Integer> FIRST = Field.required(
            "first",
            ScalarTypes.integer("a number of SYNs", 1, 1000),
            "For so many SYNs of the attempt; the next one is accepted.",
            "2");
    private static final ElementType<Bound> SYN_COUNT = ElementType.values(
            "number of SYNs", "For how many SYNs of a connection attempt something holds.", ImmutableList.of(FIRST));

    private static final Field<PeerData> ACCEPTED_DATA = Field.optional(
            "data",
            DataElement.DATA,
            "what the port does with all its connections",
            "What the peer does with this connection.",
            "echo");
    private static final ElementType<Bound> ACCEPTANCE = ElementType.values(
            "acceptance",
            "When an attempt is accepted, and what becomes of the connection.",
            ImmutableList.of(AFTER, ACCEPTED_DATA));
    private static final Field<Bound> ACCEPT = Field.optional(
            "accept",
            ACCEPTANCE,
            "not",
            "The attempt is accepted after a while, counted from the first SYN.",
            "{ after: 20ms }");
    private static final Field<Bound> REFUSE = Field.optional(
            "refuse", SYN_COUNT, "not", "The first SYNs of the attempt are answered with RST.", "{ first: 1 }");
    private static final Field<Bound> IGNORE = Field.optional(
            "ignore", SYN_COUNT, "not", "The first SYNs of the attempt are not answered.", "{ first: 2 }");
    private static final Field<Bound> RESET = Field.optional(
            "reset",
            DELAY,
            "not",
            "The attempt is accepted, and after a while the connection is reset with RST.",
            "{ after: 10ms }");
    private static final Field<Bound> CLOSE = Field.optional(
            "close",
            DELAY,
            "not",
            "The attempt is accepted, and after a while the peer closes its direction with FIN.",
            "{ after: 10ms }");
    private static final Field<UnreachableCode> UNREACHABLE = Field.optional(
            "unreachable",
            ScalarTypes.word("an ICMP error", UnreachableCode.values()),
            "not",
            "SYNs are answered with this ICMP or ICMPv6 error.",
            "host");
    private static final ElementType<ConnectOutcome> FULL = ElementType.checked(
            "outcome",
            "How a peer meets one connection attempt; exactly one of the keys is given.",
            ImmutableList.of(ACCEPT, REFUSE, IGNORE, RESET, CLOSE, UNREACHABLE),
            PeerElement::outcome);

    /** The outcomes that one word says. */
    static final ImmutableList<String> WORDS = ImmutableList.of("accept", "refuse", "ignore", "reset", "close");

    private static final ScalarType<ConnectOutcome> SHORT =
            ScalarType.words("an outcome such as accept or refuse", WORDS, PeerElement::outcome);

    private static final ListType<ConnectOutcome> OUTCOMES = ListType.oneOrMore(new EitherType<>(SHORT, FULL));

    /** One outcome per connection attempt. */
    static final Field<ImmutableList<ConnectOutcome>> CONNECT = Field.required(
            "connect",
            OUTCOMES,
            "One outcome per connection attempt, in order; the last one stays.",
            "[refuse, accept: { after: 20ms }]");

    private static final Field<ImmutableList<ConnectOutcome>> PORT_CONNECT = Field.optional(
            "connect",
            OUTCOMES,
            "accept",
            "One outcome per connection attempt, in order; the last one stays.",
            "[refuse, accept: { after: 20ms }]");
    private static final Field<PeerData> DATA = Field.optional(
            "data",
            DataElement.DATA,
            "discard",
            "What the peer does with its connections, unless an outcome says it.",
            "[receive: hello, send: world, close]");
    private static final ElementType<TcpRow> PORT = ElementType.of(
            "peer port",
            "What a peer does on one TCP port.",
            ImmutableList.of(PORT_CONNECT, DATA, BacklogElement.BACKLOG, BacklogElement.TAKE),
            port -> new TcpRow(
                    port.find(PORT_CONNECT), port.get(DATA, PeerData.DISCARD), BacklogElement.backlog(port)));

    /**
     * What is written behind a TCP port.
     *
     * @param connect the outcomes; absent: every attempt is accepted
     * @param data what the peer does with its connections
     * @param backlog how many connections wait, and when they are taken
     */
    private record TcpRow(Optional<ImmutableList<ConnectOutcome>> connect, PeerData data, Optional<Backlog> backlog) {}

    private static final ValueType<TcpRow> TCP =
            new FormsType<>(onlyData(DataElement.WORD), PORT, onlyData(DataElement.CONVERSATION));

    private static final ValueType<WskService> WSK = ScalarTypes.word("a service of a WSK peer", WskService.values());

    /** One row for each protocol that peers speak. */
    private static final PortTableType<PeerSpec> PORTS = new PortTableType<>(ImmutableMap.of(
            "tcp",
            new PortTableType.Service<>(TCP, PeerElement::tcp),
            "udp",
            new PortTableType.Service<>(DatagramPeerElement.REACTIONS, PeerElement::udp),
            "wsk",
            new PortTableType.Service<>(WSK, PeerElement::wsk)));

    /** All peers of a scenario, one list of ports per host. */
    static final TableType<Reference, ImmutableList<PeerSpec>, ImmutableList<PeerSpec>> PEERS = new TableType<>(
            ScalarTypes.name("a host name"),
            PORTS,
            (host, ports, key) ->
                    Optional.of(ports.stream().map(port -> port.on(host)).collect(ImmutableList.toImmutableList())));

    private PeerElement() {}

    private static ValueType<TcpRow> onlyData(ValueType<PeerData> data) {
        return new MappedType<>(data, (behaviour, node) -> new TcpRow(Optional.empty(), behaviour, Optional.empty()));
    }

    private static PeerSpec tcp(int port, TcpRow row, Node.Scalar key) {
        ImmutableList<ConnectOutcome> connect = row.connect().orElseGet(() -> ImmutableList.of(accept(key.position())));
        return new TcpPeerSpec(Reference.to(""), port, connect, row.data(), row.backlog(), key.position());
    }

    private static ConnectOutcome accept(SourcePosition position) {
        return new ConnectOutcome.Accept(SimDuration.ZERO, Optional.empty(), position);
    }

    private static PeerSpec udp(int port, ImmutableList<DatagramReaction> reactions, Node.Scalar key) {
        return new UdpPeerSpec(Reference.to(""), port, reactions, key.position());
    }

    private static PeerSpec wsk(int port, WskService service, Node.Scalar key) {
        return new WskPeerSpec(Reference.to(""), port, service, key.position());
    }

    private static ConnectOutcome outcome(Node.Scalar scalar) throws BadTextException {
        SourcePosition position = scalar.position();
        return switch (scalar.text()) {
            case "accept" -> accept(position);
            case "refuse" -> new ConnectOutcome.Refuse(OptionalInt.empty(), position);
            case "ignore" -> new ConnectOutcome.Ignore(OptionalInt.empty(), position);
            case "reset" -> new ConnectOutcome.Reset(SimDuration.ZERO, position);
            case "close" -> new ConnectOutcome.Close(SimDuration.ZERO, position);
            default -> {
                String hint = scalar.text().equals("unreachable")
                        ? "write unreachable: host"
                        : Suggestion.hint(scalar.text(), WORDS, "one of");
                throw ScalarTypes.mismatch(scalar, "an outcome", hint);
            }
        };
    }

    private static Optional<ConnectOutcome> outcome(Bound outcome) {
        SourcePosition position = outcome.position();
        outcome.atMostOneOf(ACCEPT, REFUSE, IGNORE, RESET, CLOSE, UNREACHABLE);
        Optional<ConnectOutcome> accept =
                outcome.find(ACCEPT).map(d -> new ConnectOutcome.Accept(delay(d), d.find(ACCEPTED_DATA), position));
        Optional<ConnectOutcome> refuse = outcome.find(REFUSE).map(n -> new ConnectOutcome.Refuse(first(n), position));
        Optional<ConnectOutcome> ignore = outcome.find(IGNORE).map(n -> new ConnectOutcome.Ignore(first(n), position));
        Optional<ConnectOutcome> reset = outcome.find(RESET).map(d -> new ConnectOutcome.Reset(delay(d), position));
        Optional<ConnectOutcome> close = outcome.find(CLOSE).map(d -> new ConnectOutcome.Close(delay(d), position));
        Optional<ConnectOutcome> unreachable =
                outcome.find(UNREACHABLE).map(code -> new ConnectOutcome.Unreachable(code, position));
        if (FULL.fields().stream().noneMatch(outcome::isWritten)) {
            outcome.report("this outcome says nothing", "one of: " + String.join(", ", WORDS) + ", unreachable");
        }
        return accept.or(() -> refuse)
                .or(() -> ignore)
                .or(() -> reset)
                .or(() -> close)
                .or(() -> unreachable);
    }

    private static SimDuration delay(Bound delay) {
        return delay.get(AFTER, SimDuration.ZERO);
    }

    private static OptionalInt first(Bound count) {
        return OptionalInt.of(count.get(FIRST));
    }
}
