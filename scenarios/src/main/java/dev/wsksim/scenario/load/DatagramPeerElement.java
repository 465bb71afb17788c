package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.DatagramReaction;
import dev.wsksim.scenario.model.DatagramService;
import dev.wsksim.scenario.model.UnreachableCode;
import java.util.Optional;

/** How it is written what a peer makes of datagrams. */
final class DatagramPeerElement {
    private static final Field<DatagramService> SERVE = Field.optional(
            "serve",
            ScalarTypes.word("a service of datagrams", DatagramService.values()),
            "not",
            "The datagram is answered as this service does it: with its own data (echo, RFC 862), not at all (discard,"
                    + " RFC 863), or with a line of 72 characters (chargen, RFC 864).",
            "echo");
    private static final Field<String> ANSWER = Field.optional(
            "answer", ScalarTypes.TEXT, "not", "The datagram is answered with this text, as UTF-8.", "hello");
    private static final Field<UnreachableCode> UNREACHABLE = Field.optional(
            "unreachable",
            ScalarTypes.word("an ICMP error", UnreachableCode.values()),
            "not",
            "The datagram is answered with this ICMP or ICMPv6 error, unless it went to many.",
            "port");
    private static final Field<SimDuration> AFTER =
            Field.optional("after", Durations.DURATION, "0ms", "How long after the datagram it is answered.", "5ms");
    private static final ElementType<DatagramReaction> FULL = ElementType.checked(
            "datagram reaction",
            "What a peer makes of one datagram; exactly one of serve, answer and unreachable is given.",
            ImmutableList.of(SERVE, ANSWER, UNREACHABLE, AFTER),
            DatagramPeerElement::reaction);
    private static final ImmutableList<String> WORDS = ImmutableList.of("echo", "discard", "chargen");
    private static final ScalarType<DatagramReaction> SHORT =
            ScalarType.words("a service of datagrams such as echo or discard", WORDS, DatagramPeerElement::reaction);

    /** One reaction per datagram, in order; the last one stays. */
    static final ValueType<ImmutableList<DatagramReaction>> REACTIONS =
            ListType.oneOrMore(new EitherType<>(SHORT, FULL));

    private DatagramPeerElement() {}

    private static DatagramReaction reaction(Node.Scalar scalar) throws BadTextException {
        for (DatagramService service : DatagramService.values()) {
            if (service.word().equals(scalar.text())) {
                return new DatagramReaction.Serve(service, SimDuration.ZERO);
            }
        }
        String hint = scalar.text().equals("unreachable")
                ? "write { unreachable: port }"
                : Suggestion.hint(scalar.text(), WORDS, "one of");
        throw ScalarTypes.mismatch(scalar, SHORT.label(), hint);
    }

    private static Optional<DatagramReaction> reaction(Bound bound) {
        bound.atMostOneOf(SERVE, ANSWER, UNREACHABLE);
        SimDuration after = bound.get(AFTER, SimDuration.ZERO);
        Optional<DatagramService> service = bound.find(SERVE);
        if (service.filter(found -> found == DatagramService.DISCARD).isPresent() && bound.isWritten(AFTER)) {
            bound.report(AFTER, "discard does nothing, at no time", "leave 'after' out");
        }
        if (!bound.isWritten(SERVE) && !bound.isWritten(ANSWER) && !bound.isWritten(UNREACHABLE)) {
            bound.report("this reaction says nothing", "one of: serve, answer, unreachable");
        }
        Optional<DatagramReaction> serve = service.map(found -> new DatagramReaction.Serve(found, after));
        Optional<DatagramReaction> answer = bound.find(ANSWER).map(text -> new DatagramReaction.Answer(text, after));
        Optional<DatagramReaction> unreachable =
                bound.find(UNREACHABLE).map(code -> new DatagramReaction.Unreachable(code, after));
        return serve.or(() -> answer).or(() -> unreachable);
    }
}
