package dev.wsksim.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes many tests of a method, one for each of many seeds; otherwise as {@link WsksimTest}.
 *
 * <p>Each is named by its seed. Those that failed are told together in a report entry at the end. With {@link Seed} at the same
 * method, or the configuration parameter {@code wsksim.seed}, only that seed is played: this is how a failure is repeated. A {@link Seed} of the
 * class is for its other tests. A sweep is worth most together with
 * {@link Decisions} that are {@link Deciding#SEEDED}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(SeedSweepExtension.class)
@ExtendWith(WsksimExtension.class)
public @interface SeedSweep {
    /** How many seeds. */
    int value();

    /** The first of them. */
    long first() default 1;
}
