/**
 * What happened: immutable records from every layer, numbered and linked by cause, given to whoever listens, and summed
 * up in a digest.
 *
 * <p>This package knows no domain type. Each layer defines its own records; writers that understand packets and IRPs
 * live further up.
 */
@NullMarked
package dev.wsksim.trace;

import org.jspecify.annotations.NullMarked;
