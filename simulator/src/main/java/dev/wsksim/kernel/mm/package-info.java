/** Memory as drivers hand it to other drivers: pool blocks, and the MDLs that describe them. */
@NullMarked
package dev.wsksim.kernel.mm;

import org.jspecify.annotations.NullMarked;
