package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * A route of a host.
 *
 * @param to the destinations; absent: the default route of both families
 * @param via the router, as a host's name or an address; absent: the destinations are neighbours
 * @param through the interface that packets leave through; absent: that which leads to the router
 * @param metric the cost
 * @param position where it is written
 */
public record RouteSpec(
        Optional<AddressPrefix> to,
        Optional<Reference> via,
        Optional<Reference> through,
        int metric,
        SourcePosition position) {}
