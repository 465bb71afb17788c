package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * A network interface of a host.
 *
 * @param name the name by which the host knows it
 * @param addresses its addresses of both families, in order of preference
 * @param mtu how many bytes packets that leave through it may have; absent: 1500
 * @param up whether it is up at the beginning
 * @param neighbors whether it asks for the link address of a neighbour before it sends
 * @param position where it is written
 */
public record InterfaceSpec(
        String name,
        ImmutableList<HostAddress> addresses,
        OptionalInt mtu,
        boolean up,
        boolean neighbors,
        SourcePosition position) {

    /** The name of the interface of a host that has only addresses. */
    public static final String DEFAULT_NAME = "ethernet";

    /** Returns the interface of a host that has only addresses. */
    public static InterfaceSpec of(ImmutableList<HostAddress> addresses, SourcePosition position) {
        return new InterfaceSpec(DEFAULT_NAME, addresses, OptionalInt.empty(), true, false, position);
    }
}
