package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.peer.Act;
import dev.wsksim.net.tcp.KeepAlive;
import dev.wsksim.scenario.model.PlacedAct;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.Optional;

/** How the acts of a scripted conversation are written. */
final class ActElement {
    private static final String CLOSE = "close";
    private static final String RESET = "reset";
    private static final ImmutableList<String> WORDS = ImmutableList.of(CLOSE, RESET);
    private static final ImmutableList<String> EXPECTED = ImmutableList.of("end", "rest", "reset", "time-out");

    private static final Field<ContentElement.Bytes> SEND = Field.optional(
            "send", ContentElement.SENT, "not", "Bytes that are sent; done when TCP has taken all of them.", "hello");
    private static final Field<ContentElement.Bytes> RECEIVE =
            Field.optional("receive", ContentElement.RECEIVED, "not", "Bytes that must arrive next.", "{ bytes: 100 }");
    private static final Field<String> EXPECT = Field.optional(
            "expect",
            ScalarType.words("end, rest, reset or time-out", EXPECTED, ActElement::expected),
            "not",
            "How the connection must go on: end is the remote end's FIN and no data before it, rest is any data and"
                    + " then the FIN, reset is a RST, time-out is giving up because nothing is acknowledged.",
            "end");
    private static final Field<SimDuration> WAIT = Field.optional(
            "wait", Durations.DURATION, "not", "How long nothing is done; what arrives is not read meanwhile.", "10ms");
    private static final Field<String> DO = Field.optional(
            "do",
            ScalarType.words("close or reset", WORDS, ActElement::word),
            "not",
            "Closes this end's direction with FIN behind all that was sent, or resets the connection with RST.",
            "close");
    private static final Field<SimDuration> TIME =
            Field.required("time", Durations.POSITIVE, "How long nothing came before the first probe.", "10s");
    private static final Field<SimDuration> INTERVAL = Field.required(
            "interval", Durations.POSITIVE, "How long after an unanswered probe the next one is sent.", "1s");
    private static final Field<Integer> PROBES = Field.required(
            "probes",
            ScalarTypes.integer("a number of probes", 1, 255),
            "How many unanswered probes end the connection.",
            "10");
    private static final Field<Act> KEEP_ALIVE = Field.optional(
            "keep-alive",
            ElementType.<Act>of(
                    "keep-alive",
                    "When and how often an idle connection is probed.",
                    ImmutableList.of(TIME, INTERVAL, PROBES),
                    times -> new Act.Probe(KeepAlive.of(times.get(TIME), times.get(INTERVAL), times.get(PROBES)))),
            "not",
            "Lets TCP probe the connection from now on when it is idle.",
            "{ time: 10s, interval: 1s, probes: 3 }");
    private static final Field<Boolean> NAGLE = Field.optional(
            "nagle",
            LaterType.of(() -> TcpElement.ON_OR_OFF),
            "not",
            "Whether small segments wait from now on for the acknowledgment of earlier ones.",
            "off");
    private static final Field<Act> INJECT = Field.optional(
            "inject",
            LaterType.of(() -> ForgeryElement.INJECT),
            "not",
            "A forged segment to the other end, as if it came from this one.",
            "{ flags: RST, seq: sndNxt+10 }");
    private static final Field<Act> ICMP = Field.optional(
            "icmp",
            LaterType.of(() -> ForgeryElement.ICMP),
            "not",
            "An ICMP error to the other end.",
            "host unreachable");
    private static final Field<SimTime> AT = Field.optional(
            "at",
            Durations.INSTANT,
            "as soon as the act before is done",
            "The instant at which the act is begun, counted from the start of the run; begun later is a finding.",
            "30ms");
    private static final Field<SimDuration> WITHIN = Field.optional(
            "within",
            Durations.DURATION,
            "as long as it takes",
            "How long 'receive' or 'expect' may take, bound included.",
            "50ms");

    private static final Field<?>[] KINDS = {SEND, RECEIVE, EXPECT, WAIT, DO, KEEP_ALIVE, NAGLE, INJECT, ICMP};
    private static final ImmutableList<Field<?>> FIELDS =
            ImmutableList.of(SEND, RECEIVE, EXPECT, WAIT, DO, KEEP_ALIVE, NAGLE, INJECT, ICMP, AT, WITHIN);

    /** One act, of which the instant, where it has one, comes in front. */
    static final ValueType<ImmutableList<PlacedAct>> ACT = new EitherType<>(
            ScalarType.words("close or reset", WORDS, ActElement::shortAct),
            ElementType.checked(
                    "act",
                    "One thing that an end of a connection does or waits for; exactly one of the keys before 'at' is"
                            + " given.",
                    FIELDS,
                    ActElement::act));

    private ActElement() {}

    private static String expected(Node.Scalar scalar) throws BadTextException {
        return oneOf(scalar, EXPECTED, "end, rest, reset or time-out");
    }

    private static String word(Node.Scalar scalar) throws BadTextException {
        return oneOf(scalar, WORDS, "close or reset");
    }

    private static String oneOf(Node.Scalar scalar, ImmutableList<String> words, String label) throws BadTextException {
        if (!words.contains(scalar.text())) {
            throw ScalarTypes.mismatch(scalar, label, Suggestion.hint(scalar.text(), words, "one of"));
        }
        return scalar.text();
    }

    private static ImmutableList<PlacedAct> shortAct(Node.Scalar scalar) throws BadTextException {
        if (!WORDS.contains(scalar.text())) {
            throw ScalarTypes.mismatch(
                    scalar, "an act", "close, reset, or a mapping such as { send: hello } or { expect: end }");
        }
        return ImmutableList.of(new PlacedAct(simple(scalar.text()), scalar.position()));
    }

    private static Act simple(String word) {
        return word.equals(CLOSE) ? new Act.Close() : new Act.Reset();
    }

    private static Optional<ImmutableList<PlacedAct>> act(Bound act) {
        act.atMostOneOf(KINDS);
        if (ImmutableList.copyOf(KINDS).stream().noneMatch(act::isWritten)) {
            if (!act.hasOtherKeysThan(FIELDS)) {
                act.report(
                        "this act does not say what it does",
                        "one of: send, receive, expect, wait, do, keep-alive, nagle, inject, icmp");
            }
            return Optional.empty();
        }
        if (act.isWritten(WITHIN) && !act.isWritten(RECEIVE) && !act.isWritten(EXPECT)) {
            act.report(WITHIN, "only 'receive' and 'expect' have a limit in time", "remove 'within'");
        }
        if (act.find(SEND).filter(bytes -> bytes.exact().isEmpty()).isPresent()) {
            act.report(SEND, "'any' says nothing about what is sent", "write another pattern, or leave it out");
            return Optional.empty();
        }
        SourcePosition position = act.position();
        return find(act).map(found -> {
            ImmutableList.Builder<PlacedAct> acts = ImmutableList.builder();
            act.find(AT).ifPresent(at -> acts.add(new PlacedAct(new Act.WaitUntil(at), position)));
            return acts.add(new PlacedAct(found, position)).build();
        });
    }

    private static Optional<Act> find(Bound act) {
        Optional<SimDuration> within = act.find(WITHIN);
        Optional<Act> sent = act.find(SEND).flatMap(ContentElement.Bytes::exact).map(Act.Send::new);
        Optional<Act> received = act.find(RECEIVE).map(bytes -> receive(bytes, within));
        Optional<Act> expected = act.find(EXPECT).map(word -> expect(word, within));
        Optional<Act> waited = act.find(WAIT).map(Act.Wait::new);
        Optional<Act> done = act.find(DO).map(ActElement::simple);
        return sent.or(() -> received)
                .or(() -> expected)
                .or(() -> waited)
                .or(() -> done)
                .or(() -> act.find(KEEP_ALIVE))
                .or(() -> act.find(NAGLE).map(Act.Nagle::new))
                .or(() -> act.find(INJECT))
                .or(() -> act.find(ICMP));
    }

    private static Act receive(ContentElement.Bytes bytes, Optional<SimDuration> within) {
        return bytes.exact()
                .<Act>map(content -> new Act.Receive(content, within))
                .orElseGet(() -> new Act.ReceiveCount(bytes.count(), within));
    }

    private static Act expect(String word, Optional<SimDuration> within) {
        return switch (word) {
            case "end" -> new Act.ExpectEnd(within);
            case "rest" -> new Act.ReceiveRest(within);
            case "reset" -> new Act.ExpectLoss(Act.Loss.RESET, within);
            default -> new Act.ExpectLoss(Act.Loss.TIME_OUT, within);
        };
    }
}
