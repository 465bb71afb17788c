/** The file system of a simulated Windows host, in memory. */
@NullMarked
package dev.wsksim.kernel.fs;

import org.jspecify.annotations.NullMarked;
