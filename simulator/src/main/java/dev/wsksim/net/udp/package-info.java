/**
 * UDP (RFC 768, RFC 1122 section 4.1): endpoints, what they send and receive, and the errors that come back.
 */
@NullMarked
package dev.wsksim.net.udp;

import org.jspecify.annotations.NullMarked;
