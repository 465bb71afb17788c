package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.scenario.model.NetstatExpectation;
import dev.wsksim.scenario.model.NetstatExpectation.Row;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** How it is written which TCP connections hosts must have had at an instant. */
final class NetstatElement {
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private static final Field<NetworkPlace> LOCAL = Field.optional(
            "local",
            NetworkTypes.PLACE_PERHAPS_WITH_PORT,
            "any",
            "Its local end: a host, which stands for each of its addresses, or an address, with or without a port.",
            "server:445");
    private static final Field<NetworkPlace> REMOTE = Field.optional(
            "remote", NetworkTypes.PLACE_PERHAPS_WITH_PORT, "any", "Its remote end, written likewise.", "client");
    private static final Field<TcpState> STATE =
            Field.required("state", ConnectionExpectElement.TCP_STATE, "Its state.", "ESTABLISHED");
    private static final Field<Long> RECEIVE_QUEUE = Field.optional(
            "receive-queue",
            ByteCounts.from(0, MOST_BYTES),
            "not checked",
            "How many bytes of data had come in order and were not read.",
            "5");
    private static final Field<Long> SEND_QUEUE = Field.optional(
            "send-queue",
            ByteCounts.from(0, MOST_BYTES),
            "not checked",
            "How many bytes of data were written and not acknowledged, sent or not.",
            "0");
    private static final ElementType<Row> ROW = ElementType.checked(
            "netstat connection",
            "A TCP connection that a host must have had.",
            ImmutableList.of(LOCAL, REMOTE, STATE, RECEIVE_QUEUE, SEND_QUEUE),
            NetstatElement::row);

    private static final Field<SimTime> AT = Field.optional(
            "at", Durations.INSTANT, "the end of the run", "The instant, after all that happens in it.", "15ms");
    private static final Field<Reference> HOST = Field.required("host", ScalarTypes.NAME, "The host.", "server");
    private static final Field<ImmutableList<Row>> CONNECTIONS = Field.required(
            "connections",
            ListType.of(ROW),
            "All its TCP connections, in the order in which they were made, TIME-WAIT included; listeners are none. []"
                    + " stands for none.",
            "[{ local: server:445, remote: client, state: SYN-RECEIVED }]");

    /** What one host is expected to have. */
    static final ElementType<NetstatExpectation> EXPECTED = ElementType.of(
            "expected netstat",
            "Which TCP connections a host must have had at an instant, as --netstat-at shows them.",
            ImmutableList.of(AT, HOST, CONNECTIONS),
            expected -> new NetstatExpectation(
                    expected.find(AT), expected.get(HOST), expected.get(CONNECTIONS), expected.position(CONNECTIONS)));

    private NetstatElement() {}

    private static Optional<Row> row(Bound row) {
        if (row.get(STATE) == TcpState.CLOSED) {
            row.report(STATE, "a CLOSED connection is gone and is not shown", "expect one connection less");
            return Optional.empty();
        }
        return Optional.of(new Row(
                row.find(LOCAL),
                row.find(REMOTE),
                row.get(STATE),
                row.find(RECEIVE_QUEUE),
                row.find(SEND_QUEUE),
                row.position()));
    }
}
