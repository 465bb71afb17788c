package dev.wsksim.scenario.run;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.SockAddr;

/** Reads the transport addresses of a scenario, in which hosts may stand by their names. */
final class AddressReader {

    /** ADDRESS_FAMILY is a USHORT. */
    private static final int MAX_FAMILY = 0xFFFF;

    private final ScenarioWorld world;

    AddressReader(ScenarioWorld world) {
        this.world = world;
    }

    /** Reads {@code any:0}, {@code loopback:445}, {@code server:445}, {@code 192.0.2.20:445} or {@code [2001:db8::20]:445}, or {@code family 17}. */
    SockAddr parse(String text, SourcePosition position) throws ArgumentProblemException {
        if (text.startsWith("family ")) {
            return new SockAddr.Other(HeaderConstants.parse(text.substring("family ".length()))
                    .filter(family -> family <= MAX_FAMILY)
                    .orElseThrow(() -> notAnAddress(text, position))
                    .intValue());
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        int port = colon < 0 ? -1 : port(text.substring(colon + 1));
        if (port < 0) {
            throw notAnAddress(text, position);
        }
        IpFamily family = world.family();
        IpAddress address = switch (host) {
            case "any" -> IpAddress.wildcard(family);
            case "loopback", "localhost" -> IpAddress.loopback(family);
            default -> world.hasHost(host) ? hostAddress(host, position) : literal(text, host, position);
        };
        return SockAddr.of(new Endpoint(address, port));
    }

    private IpAddress hostAddress(String host, SourcePosition position) throws ArgumentProblemException {
        return world.addressOf(host, world.family())
                .orElseThrow(() -> new ArgumentProblemException(
                        position,
                        "host '" + host + "' has no " + world.family() + " address",
                        "the family of host names is set by 'family'"));
    }

    private static IpAddress literal(String text, String host, SourcePosition position)
            throws ArgumentProblemException {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host)
                .filter(address -> bracketed == (address.family() == IpFamily.IPV6))
                .orElseThrow(() -> notAnAddress(text, position));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 0 && port <= Endpoint.MAX_PORT ? port : -1;
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    /** Says that a text is no address. */
    static ArgumentProblemException notAnAddress(String text, SourcePosition position) {
        return new ArgumentProblemException(
                position,
                "'" + text + "' is no transport address",
                "any:0, server:445, 192.0.2.20:445, [2001:db8::20]:445, or 'family 17' for a structure that WSK does not know");
    }
}
