/** Flags of functions and callbacks; a type for each, since their numbers overlap. */
@NullMarked
package dev.wsksim.wsk.flag;

import org.jspecify.annotations.NullMarked;
