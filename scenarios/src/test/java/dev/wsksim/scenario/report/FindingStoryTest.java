package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of findings beneath what they say. */
class FindingStoryTest {

    private static List<String> texts(FindingStory story, Finding finding) {
        return story.next(finding).stream().map(FindingStory.Line::text).toList();
    }

    @Test
    void next_behindAStall_refersToIt_unlessEverythingIsAskedFor() throws IOException {
        ScenarioResult result = PlayedFailure.play("stall");
        FindingStory story = new FindingStory(TracedRun.of(result), false, "--verbose");
        FindingStory whole = new FindingStory(TracedRun.of(result), true, "--verbose");

        assertThat(result.findings()).hasSizeGreaterThan(3).first().matches(one -> one.kind() == FindingKind.STALL);
        assertThat(texts(story, result.findings().get(0))).hasSizeGreaterThan(10);
        assertThat(texts(whole, result.findings().get(0))).contains("state at 15ms:");
        for (Finding later : result.findings().subList(1, result.findings().size())) {
            assertThat(texts(story, later)).containsExactly("what led there: it follows from the stall above");
            assertThat(texts(whole, later)).first().isEqualTo("what led there:");
        }
    }

    @Test
    void next_ofAViolationBehindAStall_isToldInFull() throws IOException {
        ScenarioResult result = PlayedFailure.play("stall");
        FindingStory story = new FindingStory(TracedRun.of(result), false, "--verbose");
        Finding stall = result.findings().get(0);
        Finding violation = new Finding(
                FindingKind.VIOLATION, stall.position(), stall.at(), "broken", "", "", "", "", stall.evidence());
        texts(story, stall);

        assertThat(texts(story, violation)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void next_withoutEvidence_saysWhy(FindingKind kind) {
        FindingStory story = new FindingStory(TracedRun.ofJava(ImmutableList.of(), ""), false, "");

        assertThat(texts(story, Samples.finding(kind, Samples.at(1, 1), "wrong", "", "")))
                .singleElement()
                .asString()
                .matches("what led there: nothing; .{10,}");
    }

    /** A bug check stands behind the broken rule that led to it, though it was found first. */
    @Test
    void everyFormat_tellsTheCauseBeforeTheConsequence() throws IOException {
        ScenarioResult result = PlayedFailure.play("bug-check");
        ReportedCase reported = new ReportedCases(Detail.NORMAL, SourceLines.NONE, ReplayLine.TYPICAL)
                .played(result, OptionalLong.empty());
        List<RunDocument> documents = List.of(
                new JsonReport("1", DecisionMode.TYPICAL),
                new SarifReport("1"),
                new TapReport(),
                new JUnitXmlReport(),
                new MarkdownReport());

        for (RunDocument document : documents) {
            document.add(reported);
            String text = document.text(false);
            int cause = text.indexOf("WSK-IRQL-001: WskSend was called at HIGH_LEVEL");
            assertThat(cause).as(text).isPositive();
            assertThat(text.indexOf("Windows would stop with", cause)).as(text).isGreaterThan(cause);
            assertThat(text.substring(0, cause)).doesNotContain("Windows would stop with");
        }
        assertThat(reported.message()).startsWith("WSK-IRQL-001").endsWith(" (and 1 more)");
    }
}
