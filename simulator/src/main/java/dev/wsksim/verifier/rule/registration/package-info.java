/** From WskRegister to WskDeregister: blocks, captures and the client handle. */
@NullMarked
package dev.wsksim.verifier.rule.registration;

import org.jspecify.annotations.NullMarked;
