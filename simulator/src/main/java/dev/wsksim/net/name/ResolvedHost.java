package dev.wsksim.net.name;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;

/**
 * What a resolver found for a name.
 *
 * @param canonicalName the name of which the one asked for is an alias, or that name itself
 * @param fullName the fully qualified name that the one asked for resolved to
 * @param addresses the addresses in the order of their source
 */
public record ResolvedHost(String canonicalName, String fullName, ImmutableList<IpAddress> addresses) {}
