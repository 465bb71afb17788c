package dev.wsksim.scenario.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A route of a host.
 *
 * @param to the destinations; absent: the default route of both families
 * @param metric the cost, the smallest wins; absent: chosen by the host
 * @param position where it is written
 */
public record RouteSpec(Optional<AddressPrefix> to, OptionalInt metric, SourcePosition position) {}
