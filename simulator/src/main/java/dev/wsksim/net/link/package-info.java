/**
 * One direction of a link between two hosts: latency, jitter, loss, scripted drops, up and down.
 */
@NullMarked
package dev.wsksim.net.link;

import org.jspecify.annotations.NullMarked;
