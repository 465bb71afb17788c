package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.Profile;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON result against its schema, and read back. */
class JsonReportTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonReport.schemaText(), InputFormat.JSON);

    private static final Finding FINDING = Samples.withEvidence(
            Samples.withHint(
                    Samples.finding(
                            FindingKind.RETURN,
                            Samples.at(7, 14),
                            "another status",
                            "STATUS_PENDING",
                            "STATUS_SUCCESS"),
                    "look",
                    "WSK-IRP-004"),
            Samples.TRACE.subList(0, 3));

    private static String json(ScenarioResult... results) {
        JsonReport report = new JsonReport("1.2.3", DecisionMode.TYPICAL);
        List.of(results).forEach(report::add);
        return report.text(false);
    }

    private static void assertValid(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void document_readsAsAgreed_andFitsTheSchema() throws IOException {
        JsonReport report = new JsonReport("1.2.3", DecisionMode.SEEDED);
        report.add(Samples.result("first", Verdict.PASSED));
        report.add(Samples.result("second", Verdict.FAILED, FINDING));
        report.addFault(Samples.scenario("third"), 3, "windows-7", "AssertionError: a \"quoted\" message");

        String json = report.text(true);

        assertValid(json);
        Golden.assertMatches("report/result.json", json);
    }

    @Test
    void documentOfCases_readsAsAgreed_andFitsTheSchema() throws IOException {
        JsonReport report = new JsonReport("1.2.3", DecisionMode.TYPICAL);
        SampleRun.cases(OptionalLong.of(1_234_500_000L)).forEach(report::add);

        String json = report.text(false);

        assertValid(json);
        assertThat(json).contains("\"wallNanos\": 1234500000");
        assertThat(SampleRun.text(new JsonReport("1.2.3", DecisionMode.TYPICAL), false))
                .doesNotContain("wallNanos");
        Golden.assertMatches("report/result-of-cases.json", json);
    }

    @Test
    void recordedVerdicts_areThoseOfAllCases() throws Exception {
        RecordedVerdicts recorded =
                RecordedRuns.readVerdicts(SampleRun.text(new JsonReport("1.2.3", DecisionMode.SEEDED), false));

        assertThat(recorded.decisionMode()).isEqualTo("seeded");
        assertThat(recorded.verdicts())
                .extracting(RecordedVerdict::verdict)
                .containsExactly("passed", "failed", "failed", "inconclusive", "fault", "failed", "not run");
        assertThat(recorded.verdicts()).extracting(RecordedVerdict::isFine).containsOnlyOnce(true);
        assertThat(recorded.verdicts().get(4))
                .isEqualTo(new RecordedVerdict("a fault", "refused.yaml", 3, "windows-7", ImmutableMap.of(), "fault"));
        assertThatThrownBy(() -> RecordedRuns.readVerdicts("{\"schema\": 1, \"results\": [], \"notRun\": 3}"))
                .isInstanceOf(NotAResultException.class);
    }

    @Test
    void document_withoutResults_fitsTheSchema() {
        assertValid(json());
        assertThat(json()).contains("\"results\": []").contains("\"interrupted\": false");
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void finding_ofEachKind_fitsTheSchema(FindingKind kind) {
        assertValid(json(Samples.result(Verdict.FAILED, Samples.finding(kind, Samples.at(1, 1), "t", "", ""))));
    }

    @Test
    void schema_knowsEveryProfileVerdictAndMode() {
        for (Profile profile : Profile.values()) {
            assertThat(JsonReport.schemaText()).contains('"' + profile.label() + '"');
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(JsonReport.schemaText()).contains('"' + verdict.label() + '"');
        }
        for (DecisionMode mode : DecisionMode.values()) {
            assertThat(JsonReport.schemaText()).contains('"' + mode.label() + '"');
        }
    }

    @Test
    void skipped_tellsItsReason_andIsNotReplayed() throws Exception {
        String json = json(Samples.result(Verdict.SKIPPED));

        assertValid(json);
        assertThat(json).contains("\"skipped\": \"the second call has to find the first one pending\"");
        assertThat(SCHEMA.validate(json.replace("\"skipped\":", "\"x-other\":"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(
                        json.replace("\"verdict\": \"skipped\"", "\"verdict\": \"passed\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(RecordedRuns.read(json)).isEmpty();
        assertThat(json(Samples.result(Verdict.PASSED))).doesNotContain("\"skipped\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "digest", "violations", "verdict", "decisionMode", "title", "atNanos"})
    void schema_documentWithoutAMember_isRefused(String member) {
        String broken = json(Samples.result(Verdict.FAILED, FINDING)).replaceFirst('"' + member + '"', "\"x-other\"");

        assertThat(SCHEMA.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void texts_withAnyCharacter_comeBackAsTheyWere() throws Exception {
        StringBuilder all = new StringBuilder("\"\\/\b\f\n\r\t\u007f\u0085\u2028 caf\u00e9 \uD83D\uDE00 \u202E");
        for (char c = 0; c < 0x20; c++) {
            all.append(c);
        }

        String json = json(Samples.result(all.toString(), Verdict.PASSED));

        assertValid(json);
        assertThat(json).doesNotContain("\u0000", "\u001b", "\u007f");
        assertThat(RecordedRuns.read(json).get(0).name()).isEqualTo(all.toString());
    }

    @Test
    void loneSurrogate_isEscaped() {
        assertThat(json(Samples.result("a\uD800b", Verdict.PASSED))).contains("a\\ud800b");
    }

    @Test
    void recordedRuns_holdWhatReplayNeeds() throws Exception {
        JsonReport report = new JsonReport("1.2.3", DecisionMode.TYPICAL);
        report.addFault(Samples.scenario("broken"), 3, "windows-7", "no decisions here");
        ScenarioResult result = Samples.result(Verdict.FAILED, FINDING);
        report.add(result);

        List<RecordedRun> runs = RecordedRuns.read(report.text(false));

        assertThat(runs)
                .containsExactly(
                        new RecordedRun("a connect is refused", "refused.yaml", 7, "windows-11", result.decisions()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "wsksim: 1\nname: x\n",
                "{\"schema\": 2}",
                "{\"schema\": 1}",
                "{\"schema\": 1, \"results\": [3]}",
                "{\"schema\": 1, \"results\": [{\"decisions\": 4}]}",
                "{\"schema\": 1, \"results\": [{\"decisions\": [{\"point\": \"p\", \"option\": \"o\", \"answer\":"
                        + " -1}]}]}",
                "{\"schema\": 1, \"results\": [{\"decisions\": [], \"name\": \"n\", \"file\": \"f\", \"seed\": 1.5}]}"
            })
    void recordedRuns_somethingElse_isRefused(String text) {
        assertThatThrownBy(() -> RecordedRuns.read(text)).isInstanceOf(NotAResultException.class);
    }

    /** Took minutes when the parser copied the text anew for every piece that it read. */
    @Test
    @Timeout(30)
    void recordedRuns_longText_isReadInLinearTime() throws NotAResultException {
        String text = "{\"schema\": 1, \"note\": \"" + "x".repeat(32 << 20) + "\", \"results\": []}";

        assertThat(RecordedRuns.read(text)).isEmpty();
    }

    @Test
    void recordedRuns_deepNesting_isRefused() {
        String deep = "{\"schema\": ".repeat(20_000);

        assertThatThrownBy(() -> RecordedRuns.read(deep)).isInstanceOf(NotAResultException.class);
    }
}
