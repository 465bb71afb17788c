/**
 * What an IP layer decides and remembers apart from hosts and links: which source address to take, which errors may be
 * reported, path MTUs, fragments and their reassembly.
 */
@NullMarked
package dev.wsksim.net.ip;

import org.jspecify.annotations.NullMarked;
