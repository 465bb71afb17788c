/**
 * Membership in multicast groups: the host's part of IGMPv3 (RFC 3376) and MLDv2 (RFC 3810).
 */
@NullMarked
package dev.wsksim.net.multicast;

import org.jspecify.annotations.NullMarked;
