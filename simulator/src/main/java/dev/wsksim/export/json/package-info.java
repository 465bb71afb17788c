/**
 * Traces as JSON lines, for programs.
 */
@NullMarked
package dev.wsksim.export.json;

import org.jspecify.annotations.NullMarked;
