/**
 * The other ends of a scenario's connections: servers that answer each attempt as a script says.
 */
@NullMarked
package dev.wsksim.net.peer;

import org.jspecify.annotations.NullMarked;
