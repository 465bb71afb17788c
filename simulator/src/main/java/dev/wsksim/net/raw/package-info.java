/**
 * Raw IP: endpoints that send and receive packets of one protocol number, whatever they carry.
 */
@NullMarked
package dev.wsksim.net.raw;

import org.jspecify.annotations.NullMarked;
