/** Cached security descriptors: what may be passed, and until when it is held. */
@NullMarked
package dev.wsksim.verifier.rule.security;

import org.jspecify.annotations.NullMarked;
