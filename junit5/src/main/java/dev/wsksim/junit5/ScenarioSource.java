package dev.wsksim.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Gives scenarios to a parameterised test, each as a {@link dev.wsksim.scenario.model.Scenario}; of a file with a matrix each of its cells.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @ScenarioSource("bundled:wsk/WskSocketConnect")
 * void holdsForEverySeed(Scenario scenario) {
 *     assertThat(new ScenarioRunner(RunOptions.DEFAULT.withSeed(17)).run(scenario).verdict()).isEqualTo(Verdict.PASSED);
 * }
 * }</pre>
 *
 * <p>A file that cannot be read, and a place without scenarios, fail the test with what is wrong with them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ArgumentsSource(ScenarioArguments.class)
public @interface ScenarioSource {
    /**
     * Where the scenarios are: places as of {@link Scenarios#value}; or with {@code bundled:} in front a file or folder of those that come with
     * wsksim, of which {@code wsksim list} tells.
     */
    String[] value();

    /** Only scenarios with one of these tags; none means all. */
    String[] tags() default {};
}
