package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.ConnectFailure;
import java.util.Locale;
import java.util.Optional;

/**
 * A TCP connection that a host opens without a driver.
 *
 * @param name the name by which expectations speak of it
 * @param from the host that opens it
 * @param fromPort its local port; 0 for a dynamic one
 * @param to the host, or the address, that it is opened to
 * @param toPort the remote port
 * @param at when it is opened
 * @param fails why it must fail; absent: it must be established
 * @param data what the opening end does with the connection
 */
public record ConnectionSpec(
        Reference name,
        Reference from,
        int fromPort,
        Reference to,
        int toPort,
        SimTime at,
        Optional<ConnectFailure> fails,
        PeerData data) {
    /** Returns the word for a failure, such as {@code timed-out}. */
    public static String word(ConnectFailure failure) {
        return failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
