package dev.wsksim.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test of a method, with a simulated world of its own.
 *
 * <pre>{@code
 * @WsksimTest
 * void connectIsRefused(Simulation simulation, WindowsHost host, WskProviderNpi npi) { ... }
 * }</pre>
 *
 * <p>What its methods can have as parameters, which world they get and what is looked at when a test has passed, {@link WsksimExtension} says.
 * {@link Seed}, {@link Profile} and {@link Decisions} set with what the world is played.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Test
@ExtendWith(WsksimExtension.class)
public @interface WsksimTest {}
