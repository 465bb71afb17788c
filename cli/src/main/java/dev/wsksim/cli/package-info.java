/** The command line: run, check, list and explain; the only part that knows of terminals, threads and exit codes. */
@NullMarked
package dev.wsksim.cli;

import org.jspecify.annotations.NullMarked;
