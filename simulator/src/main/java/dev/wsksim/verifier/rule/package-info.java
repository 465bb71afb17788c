/** The rules themselves, a sub-package for each theme, and the book of all of them. */
@NullMarked
package dev.wsksim.verifier.rule;

import org.jspecify.annotations.NullMarked;
