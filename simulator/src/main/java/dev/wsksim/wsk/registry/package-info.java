/**
 * The registries of what the documentation of WSK names, and of what it leaves open: every item of the interface with
 * how far it is simulated, and every open question with what the simulator does about it.
 */
@NullMarked
package dev.wsksim.wsk.registry;

import org.jspecify.annotations.NullMarked;
