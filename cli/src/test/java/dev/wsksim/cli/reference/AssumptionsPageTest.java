package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.wsk.registry.OpenQuestion;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/assumptions.md} to the registry of open questions, and the registry to the code. */
class AssumptionsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "assumptions.md");
    private static final String BEGIN =
            "<!-- Generated from here on; AssumptionsPageTest compares. Update with: mvn -B -ntp verify -Dwsksim.golden=update -->";

    @Test
    void page_endsWithTheTableOfTheRegistry() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(page).contains(BEGIN);
        String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n\n" + table();
        if ("update".equals(System.getProperty("wsksim.golden"))) {
            Files.writeString(PAGE, expected, StandardCharsets.UTF_8);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    @Test
    void questions_areNumberedWithoutGaps() {
        assertThat(OpenQuestions.all().stream().map(OpenQuestion::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, OpenQuestions.all().size())
                                .boxed()
                                .toList());
    }

    @Test
    void questions_nameDecisionsAndScenariosThatExist() {
        var bundled = BundledScenarios.shipped().paths();
        for (OpenQuestion question : OpenQuestions.all()) {
            assertThat(question.scenarios()).as(question.id()).isSubsetOf(bundled);
            assertThat(question.decisionPoints())
                    .as(question.id() + ": " + question.kind())
                    .hasSizeGreaterThanOrEqualTo(question.decisions().size());
            assertThat(question.question()).as(question.id()).endsWith("?");
            assertThat(question.answer()).as(question.id()).endsWith(".");
            question.beyondScenarios()
                    .ifPresent(beyond ->
                            assertThat(beyond.reason()).as(question.id()).endsWith("."));
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder(
                "| | Question | Here | Kind | Left open by | Shown by |\n|---|---|---|---|---|---|\n");
        for (OpenQuestion question : OpenQuestions.all()) {
            ReferencePages.row(
                    table,
                    question.id(),
                    question.question(),
                    question.answer(),
                    question.isDecision()
                            ? question.decisions().stream()
                                    .map(point -> "`" + point + "`")
                                    .collect(Collectors.joining(", ", "decision ", ""))
                            : question.kind(),
                    question.page(),
                    shownBy(question));
        }
        return table.toString();
    }

    private static String shownBy(OpenQuestion question) {
        String scenarios =
                question.scenarios().stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
        String beyond = question.beyondScenarios()
                .map(one -> "test `" + one.test() + "`: " + one.reason())
                .orElse("");
        return scenarios + (scenarios.isEmpty() || beyond.isEmpty() ? "" : "; ") + beyond;
    }
}
