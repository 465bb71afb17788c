/**
 * wsksim: a deterministic, in-memory simulator of the Winsock Kernel.
 *
 * <p>Begin with {@link dev.wsksim.Wsksim}: it makes a {@link dev.wsksim.Simulation} from a {@link
 * dev.wsksim.Configuration}. A simulation has a network of hosts; those that are a {@link dev.wsksim.WindowsHost} also
 * have an NT kernel and a WSK subsystem. Everything else is reached from these types.
 */
@NullMarked
package dev.wsksim;

import org.jspecify.annotations.NullMarked;
