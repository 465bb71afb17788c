/**
 * IP packets and what they carry, by meaning; the true bytes and checksums are a matter of a codec.
 */
@NullMarked
package dev.wsksim.net.packet;

import org.jspecify.annotations.NullMarked;
