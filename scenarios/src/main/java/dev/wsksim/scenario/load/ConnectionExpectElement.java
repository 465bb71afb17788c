package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.scenario.model.ConnectionExpectation;
import dev.wsksim.scenario.model.ConnectionExpectation.End;
import dev.wsksim.scenario.model.ConnectionExpectation.StateAt;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Reference;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How it is written what ends of TCP connections must have been like. */
final class ConnectionExpectElement {
    private static final String LABEL = "an end of a connection: its name, or server:445, or server:445/2";
    private static final String FORM = "(" + ScalarTypes.NAME_PATTERN + ")(?::([0-9]{1,5})(?:/([0-9]{1,4}))?)?";
    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final ScalarType<End> END = ScalarType.matching(LABEL, FORM, ConnectionExpectElement::end);

    private static final ImmutableList<String> STATES =
            Arrays.stream(TcpState.values()).map(TcpState::toString).collect(ImmutableList.toImmutableList());
    /** A state of a connection. */
    static final ScalarType<TcpState> TCP_STATE =
            ScalarType.words("a state such as ESTABLISHED", STATES, ConnectionExpectElement::state);

    private static final Field<Placed<TcpState>> STATE = Field.optional(
            "state", MappedType.placed(TCP_STATE), "not checked", "Its state at the end of the run.", "CLOSED");
    private static final Field<ImmutableList<StateAt>> STATES_AT = Field.optional(
            "states",
            new TableType<>(Durations.INSTANT, TCP_STATE, ConnectionExpectElement::stateAt),
            "not checked",
            "Its states at instants, each after all that happens in that instant.",
            "{ 10ms: SYN-SENT, 20ms: ESTABLISHED }");
    private static final Field<Placed<Long>> SENT = Field.optional(
            "sent", bytes(), "not checked", "How many bytes of data it has sent, each counted once.", "1MiB");
    private static final Field<Placed<Long>> RESENT =
            Field.optional("resent", bytes(), "not checked", "How many bytes of data it has sent again.", "1460");
    private static final Field<Placed<Long>> RECEIVED = Field.optional(
            "received", bytes(), "not checked", "How many bytes of data have come in order, read or not.", "5");
    private static final Field<Placed<Long>> RETRANSMISSIONS = Field.optional(
            "retransmissions",
            MappedType.placed(ScalarTypes.longInteger("a number of segments", 0)),
            "not checked",
            "How many segments it has sent again, SYN and FIN included.",
            "0");
    private static final ElementType<Bound> EXPECTED = ElementType.values(
            "expected connection",
            "What an end of a TCP connection must have been like.",
            ImmutableList.of(STATE, STATES_AT, SENT, RESENT, RECEIVED, RETRANSMISSIONS));

    /** All expected ends. */
    static final TableType<End, Bound, ConnectionExpectation> ENDS =
            new TableType<>(END, EXPECTED, ConnectionExpectElement::expectation);

    private ConnectionExpectElement() {}

    private static ValueType<Placed<Long>> bytes() {
        return MappedType.placed(ByteCounts.from(0, 1L << 40));
    }

    private static Optional<ConnectionExpectation> expectation(End end, Bound expected, Node.Scalar key) {
        if (EXPECTED.fields().stream().noneMatch(expected::isWritten)) {
            expected.report("this expects nothing", "one of: state, states, sent, resent, received, retransmissions");
        }
        return Optional.of(new ConnectionExpectation(
                end,
                expected.find(STATE),
                expected.get(STATES_AT, ImmutableList.of()),
                expected.find(SENT),
                expected.find(RESENT),
                expected.find(RECEIVED),
                expected.find(RETRANSMISSIONS)));
    }

    private static Optional<StateAt> stateAt(SimTime instant, TcpState state, Node.Scalar key) {
        return Optional.of(new StateAt(instant, state, key.position()));
    }

    private static End end(Node.Scalar scalar) throws BadTextException {
        Matcher form = PATTERN.matcher(scalar.text());
        if (!form.matches()) {
            throw ScalarTypes.mismatch(scalar, LABEL, "");
        }
        String port = form.group(2);
        String number = form.group(3);
        int portNumber = port == null ? 0 : Integer.parseInt(port);
        if (port != null && (portNumber < 1 || portNumber > 0xFFFF)) {
            throw new BadTextException("'" + port + "' is no port", "ports go from 1 to 65535");
        }
        int which = number == null ? 1 : Integer.parseInt(number);
        if (which < 1) {
            throw new BadTextException("connections are counted from 1", "");
        }
        return new End(new Reference(form.group(1), scalar.position()), portNumber, which);
    }

    private static TcpState state(Node.Scalar scalar) throws BadTextException {
        for (TcpState state : TcpState.values()) {
            if (state.toString().equals(scalar.text())) {
                return state;
            }
        }
        throw ScalarTypes.mismatch(scalar, "a state of TCP", Suggestion.hint(scalar.text(), STATES, "one of"));
    }
}
