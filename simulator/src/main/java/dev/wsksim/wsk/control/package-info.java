/** Client control codes and socket options. */
@NullMarked
package dev.wsksim.wsk.control;

import org.jspecify.annotations.NullMarked;
