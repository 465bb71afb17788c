/** The life of an IRP: who has it, what its completion routine does, what may be done to it when. */
@NullMarked
package dev.wsksim.verifier.rule.irp;

import org.jspecify.annotations.NullMarked;
