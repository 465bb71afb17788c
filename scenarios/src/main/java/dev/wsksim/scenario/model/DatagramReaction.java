package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;

/** What a peer makes of one datagram. */
public sealed interface DatagramReaction {
    /**
     * A service that is known by name.
     *
     * @param service which one
     * @param after how long after the datagram it answers
     */
    record Serve(DatagramService service, SimDuration after) implements DatagramReaction {}

    /**
     * Given data is sent back.
     *
     * @param text the data, sent as UTF-8
     * @param after how long after the datagram
     */
    record Answer(String text, SimDuration after) implements DatagramReaction {}

    /**
     * An ICMP or ICMPv6 error is sent back.
     *
     * @param code which error
     * @param after how long after the datagram
     */
    record Unreachable(UnreachableCode code, SimDuration after) implements DatagramReaction {}
}
