/** Rules about control operations: WskControlClient and WskControlSocket. */
@NullMarked
package dev.wsksim.verifier.rule.control;

import org.jspecify.annotations.NullMarked;
