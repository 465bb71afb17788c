/**
 * The ICMP and ICMPv6 errors that say that something cannot be reached (RFC 792, RFC 4443).
 */
@NullMarked
package dev.wsksim.net.icmp;

import org.jspecify.annotations.NullMarked;
