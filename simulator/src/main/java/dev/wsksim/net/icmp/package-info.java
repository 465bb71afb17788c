/**
 * ICMP and ICMPv6 (RFC 792, RFC 4443): the errors that say that something cannot be reached, and echo requests with their
 * replies.
 */
@NullMarked
package dev.wsksim.net.icmp;

import org.jspecify.annotations.NullMarked;
