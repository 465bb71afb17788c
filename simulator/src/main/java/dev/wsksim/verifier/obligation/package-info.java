/**
 * What the documentation asks of a WSK client, and what public drivers were seen to do wrong: each with where it shows in
 * a run, or why it cannot.
 */
@NullMarked
package dev.wsksim.verifier.obligation;

import org.jspecify.annotations.NullMarked;
