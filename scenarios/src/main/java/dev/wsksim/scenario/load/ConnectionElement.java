package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.scenario.model.ConnectionSpec;
import dev.wsksim.scenario.model.PeerData;
import dev.wsksim.scenario.model.Reference;
import java.util.Arrays;
import java.util.Optional;

/** How connections are written that hosts open without a driver. */
final class ConnectionElement {
    private static final int MAX_PORT = 0xFFFF;

    /**
     * A host with a port.
     *
     * @param host the host's name, or an address
     * @param port the port; 0 where none is said
     */
    private record Place(Reference host, int port) {}

    private static final Field<Place> FROM = Field.required(
            "from",
            ScalarType.matching(
                    "a host such as client, or client:50000",
                    ScalarTypes.NAME_PATTERN + "(:[0-9]{1,5})?",
                    ConnectionElement::opener),
            "The host that opens the connection, with its local port where it is not to be a dynamic one.",
            "client");
    private static final Field<Place> TO = Field.required(
            "to",
            ScalarType.matching(
                    "a host or an address with a port, such as server:445", ".*:[0-9]{1,5}", ConnectionElement::target),
            "The host, or the address, and the port that it connects to.",
            "server:445");
    private static final Field<SimTime> AT =
            Field.optional("at", Durations.INSTANT, "0ms", "The instant at which it is opened.", "10ms");
    private static final ImmutableList<String> FAILURES =
            Arrays.stream(ConnectFailure.values()).map(ConnectionSpec::word).collect(ImmutableList.toImmutableList());
    private static final Field<ConnectFailure> FAILS = Field.optional(
            "fails",
            ScalarType.words("a failure such as refused or timed-out", FAILURES, ConnectionElement::failure),
            "it must be established",
            "Why the attempt must fail.",
            "refused");
    private static final Field<PeerData> DATA = Field.optional(
            "data",
            DataElement.DATA,
            "discard",
            "What the opening end does once it is connected.",
            "[send: hello, close]");
    private static final ElementType<Bound> CONNECTION = ElementType.values(
            "connection",
            "A TCP connection that a host opens without a driver, and what the opening end does with it.",
            ImmutableList.of(FROM, TO, AT, FAILS, DATA));

    /** All connections of a scenario by their names. */
    static final TableType<Reference, Bound, ConnectionSpec> CONNECTIONS =
            new TableType<>(ScalarTypes.name("the name of a connection"), CONNECTION, ConnectionElement::connection);

    private ConnectionElement() {}

    private static Optional<ConnectionSpec> connection(Reference name, Bound written, Node.Scalar key) {
        if (written.isWritten(FAILS) && written.isWritten(DATA)) {
            written.report(DATA, "a connection that must fail carries no data", "remove 'data', or 'fails'");
        }
        Place from = written.get(FROM);
        Place to = written.get(TO);
        return Optional.of(new ConnectionSpec(
                name,
                from.host(),
                from.port(),
                to.host(),
                to.port(),
                written.get(AT, SimTime.START),
                written.find(FAILS),
                written.get(DATA, PeerData.DISCARD)));
    }

    private static Place opener(Node.Scalar scalar) throws BadTextException {
        int colon = scalar.text().indexOf(':');
        String host = colon < 0 ? scalar.text() : scalar.text().substring(0, colon);
        if (!host.matches(ScalarTypes.NAME_PATTERN)) {
            throw ScalarTypes.mismatch(scalar, "a host such as client, or client:50000", "");
        }
        int port = colon < 0 ? 0 : port(scalar.text().substring(colon + 1));
        return new Place(new Reference(host, scalar.position()), port);
    }

    private static Place target(Node.Scalar scalar) throws BadTextException {
        int colon = scalar.text().lastIndexOf(':');
        String host = colon < 0 ? "" : scalar.text().substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean address = bare.indexOf('%') < 0 && InetAddresses.isInetAddress(bare) && bracketed == bare.contains(":");
        if (!address && !host.matches(ScalarTypes.NAME_PATTERN)) {
            throw ScalarTypes.mismatch(
                    scalar,
                    "a host or an address with a port",
                    "such as server:445, 192.0.2.20:445 or [2001:db8::20]:445");
        }
        return new Place(
                new Reference(bare, scalar.position()), port(scalar.text().substring(colon + 1)));
    }

    private static int port(String text) throws BadTextException {
        long port = ScalarTypes.parseNumber(text).orElse(-1L);
        if (port < 1 || port > MAX_PORT) {
            throw new BadTextException("'" + text + "' is no port", "ports go from 1 to 65535");
        }
        return (int) port;
    }

    private static ConnectFailure failure(Node.Scalar scalar) throws BadTextException {
        for (ConnectFailure failure : ConnectFailure.values()) {
            if (ConnectionSpec.word(failure).equals(scalar.text())) {
                return failure;
            }
        }
        throw ScalarTypes.mismatch(scalar, "a failure", Suggestion.hint(scalar.text(), FAILURES, "one of"));
    }
}
