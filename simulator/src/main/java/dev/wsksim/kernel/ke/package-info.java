/**
 * The kernel's own objects: the processor with its IRQL and current thread, events, and waits on virtual time.
 *
 * <p>Sources: the wdm pages of the routines, named at each method, and managing-hardware-priorities.
 */
@NullMarked
package dev.wsksim.kernel.ke;

import org.jspecify.annotations.NullMarked;
