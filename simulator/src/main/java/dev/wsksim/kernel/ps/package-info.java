/**
 * Processes and threads with the tokens that stand for them in access checks.
 *
 * <p>Sources: the ntifs and ntddk pages of the Ps routines, named at each method.
 */
@NullMarked
package dev.wsksim.kernel.ps;

import org.jspecify.annotations.NullMarked;
