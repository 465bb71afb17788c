/**
 * What stands behind {@link dev.wsksim.junit5.WsksimExtension}: the world of one test, what tests take from it as parameters, and
 * the audit at its end.
 *
 * <p>A new kind of parameter is a {@link dev.wsksim.junit5.extension.TestParameter}.
 */
@NullMarked
package dev.wsksim.junit5.extension;

import org.jspecify.annotations.NullMarked;
