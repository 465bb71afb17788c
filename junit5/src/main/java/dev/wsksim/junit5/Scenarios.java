package dev.wsksim.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes tests of scenario files: each file is a container, and each scenario in it, or each cell of its matrix, a test.
 *
 * <pre>{@code
 * @Scenarios("/scenarios")
 * class ConnectScenarios {}
 * }</pre>
 *
 * <p>The class has no members; it is what build tools and IDEs start from, since they look for classes. A scenario that
 * fails fails its test with the same report as on the command line, and so does an inconclusive one: it has not shown what
 * it is there to show. A file that cannot be read is a failed test with all its mistakes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Testable
public @interface Scenarios {
    /**
     * Where the files are. With a slash in front, a file or folder on the class path; without one, a file or folder of the file
     * system, seen from the working directory, which is the module's in Maven and Gradle. Folders are searched with all that is
     * in them for files whose name ends with {@code .wsk.yaml}; a file that is named itself may have any name.
     */
    String[] value();

    /** Only scenarios with one of these tags; none means all. */
    String[] tags() default {};

    /** The profile in place of the scenarios' own, such as {@code windows-7}; empty leaves it to them. */
    String profile() default "";

    /**
     * Who answers the decisions that scenarios leave open: {@code typical}, {@code seeded}, {@code inline}, {@code
     * pended} or {@code dispatch}; empty takes the configuration parameter {@code wsksim.decisions}.
     */
    String decisions() default "";
}
