/**
 * The I/O manager and its IRPs: stack locations, completion routines, cancellation, reuse, and the ledger of what is
 * left over.
 *
 * <p>Sources: handling-irps, using-irps-with-winsock-kernel-functions, and the wdm pages of the routines, named at each
 * method.
 */
@NullMarked
package dev.wsksim.kernel.io;

import org.jspecify.annotations.NullMarked;
