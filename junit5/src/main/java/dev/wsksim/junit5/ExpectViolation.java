package dev.wsksim.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test breaks a rule, and fails it unless it does. A driver that leaves something behind in such a test is excused where the
 * rule is the one against leaving it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(ExpectViolation.All.class)
public @interface ExpectViolation {
    /** The id of the rule, such as {@code WSK-IRP-001}. */
    String value();

    /** How often it is broken at least. */
    int atLeast() default 1;

    /** How often it is broken at most. */
    int atMost() default Integer.MAX_VALUE;

    /** Several of them at one method. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        /** The rules that are broken. */
        ExpectViolation[] value();
    }
}
