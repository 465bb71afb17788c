package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * A route of a host.
 *
 * @param to the destinations; absent: the default route of both families
 * @param position where it is written
 */
public record RouteSpec(Optional<AddressPrefix> to, SourcePosition position) {}
