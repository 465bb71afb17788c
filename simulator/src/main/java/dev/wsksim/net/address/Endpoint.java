package dev.wsksim.net.address;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transport address: an IP address and a port.
 *
 * @param address the address, possibly the wildcard
 * @param port the port, from 0 to 65535; 0 where none was chosen yet
 */
public record Endpoint(IpAddress address, int port) {

    /** The greatest port number. */
    public static final int MAX_PORT = 0xFFFF;

    public Endpoint {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, but this one is " + port);
        }
    }

    /**
     * Returns the endpoint written {@code 192.0.2.20:445} or {@code [2001:db8::20]:445}, or nothing where the text is
     * none.
     */
    public static Optional<Endpoint> parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("0|[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        IpFamily family = bracketed ? IpFamily.IPV6 : IpFamily.IPV4;
        return IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host)
                .filter(address -> address.family() == family && port <= MAX_PORT)
                .map(address -> new Endpoint(address, port));
    }

    /**
     * Returns the endpoint with this text.
     *
     * @throws IllegalArgumentException where the text is no endpoint
     */
    public static Endpoint of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not an endpoint such as 192.0.2.20:445 or [2001:db8::20]:445: '" + text + "'"));
    }

    /** Returns the endpoint with the same address and another port. */
    public Endpoint withPort(int newPort) {
        return new Endpoint(address, newPort);
    }

    // Written out, here and in other small values, because those which a record brings along cost milliseconds at their
    // first use.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Endpoint that && port == that.port && address.equals(that.address));
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + port;
    }

    @Override
    public String toString() {
        return address.family() == IpFamily.IPV4 ? address + ":" + port : "[" + address + "]:" + port;
    }
}
