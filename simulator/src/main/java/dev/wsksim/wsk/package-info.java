/**
 * The Winsock Kernel itself: the registry of its functions, the constants and address structures of its headers, and
 * the mapping of network outcomes to NTSTATUS. The sub-packages hold registration, dispatch tables, sockets, one class
 * per function, control operations and address sharing.
 */
@NullMarked
package dev.wsksim.wsk;

import org.jspecify.annotations.NullMarked;
