/** Finds scenario files where annotations say that they are. */
@NullMarked
package dev.wsksim.junit5.file;

import org.jspecify.annotations.NullMarked;
