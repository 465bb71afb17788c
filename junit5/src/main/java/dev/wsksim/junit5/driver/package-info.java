/** Tests that play a driver: step by step from outside, or as threads whose bodies block. */
@NullMarked
package dev.wsksim.junit5.driver;

import org.jspecify.annotations.NullMarked;
