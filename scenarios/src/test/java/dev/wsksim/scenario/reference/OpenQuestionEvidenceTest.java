package dev.wsksim.scenario.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.registry.OpenQuestion;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds what the list of assumptions says of its evidence: each open question is shown by a scenario, or by a Java test
 * that names it where none can; each decision point belongs to a question, whose scenarios show each of its options.
 */
class OpenQuestionEvidenceTest {

    private static final ImmutableList<Path> TESTS =
            ImmutableList.of(Path.of("..", "simulator", "src", "test", "java"), Path.of("src", "test", "java"));

    @Test
    void everyQuestion_isShownByAScenarioOrHeldByATest() {
        assertThat(OpenQuestions.all().stream()
                        .filter(question -> question.scenarios().isEmpty()
                                && question.beyondScenarios().isEmpty())
                        .map(OpenQuestion::id))
                .as("open questions that nothing shows; only SIO_ADDRESS_LIST_SORT is not simulated yet")
                .isSubsetOf("OQ-23");
    }

    @Test
    void testsThatHoldAQuestion_nameIt() throws IOException {
        for (OpenQuestion question : OpenQuestions.all()) {
            if (question.beyondScenarios().isPresent()) {
                String test = question.beyondScenarios().get().test();
                assertThat(source(test)).as(test).containsPattern(question.id() + "\\b");
            }
        }
    }

    @Test
    void everyDecisionPoint_belongsToAQuestion() {
        ImmutableSet<DecisionPoint> known = OpenQuestions.all().stream()
                .flatMap(question -> question.decisionPoints().stream())
                .collect(ImmutableSet.toImmutableSet());
        assertThat(known).containsAll(WskDecisions.all());
    }

    @Test
    void everyOptionOfADecision_isShownByAScenarioOfItsQuestion() {
        for (OpenQuestion question : OpenQuestions.all()) {
            for (DecisionPoint point : question.decisionPoints()) {
                if (question.decisions().contains(point.name())) {
                    for (String option : point.options()) {
                        assertThat(question.scenarios().stream().anyMatch(path -> shows(path, point, option)))
                                .as("%s: no scenario shows %s: %s", question.id(), point.name(), option)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** The typical option is also shown by a scenario that does not speak of the point. */
    private static boolean shows(String path, DecisionPoint point, String option) {
        String text = BundledScenarios.shipped().text(path).orElseThrow();
        return text.contains(point.name()) ? text.contains(option) : point.indexOf(option) == point.typical();
    }

    private static String source(String test) throws IOException {
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                Path file = files.filter(one -> one.endsWith(test + ".java"))
                        .findFirst()
                        .orElse(null);
                if (file != null) {
                    return Files.readString(file, StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("there is no test " + test);
    }
}
