/**
 * Hosts: their addresses, routes and ephemeral ports, their stacks, their crashes and restarts.
 */
@NullMarked
package dev.wsksim.net.host;

import org.jspecify.annotations.NullMarked;
