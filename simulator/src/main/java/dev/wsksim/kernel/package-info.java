/**
 * Windows NT objects in NT words: status values, bug checks, and below this package I/O, threads, memory and security.
 *
 * <p>Nothing here knows the virtual network or the Winsock Kernel.
 */
@NullMarked
package dev.wsksim.kernel;

import org.jspecify.annotations.NullMarked;
