/**
 * The security reference monitor: identifiers, access control lists, security descriptors as text and bytes, tokens,
 * and the access check.
 */
@NullMarked
package dev.wsksim.kernel.se;

import org.jspecify.annotations.NullMarked;
