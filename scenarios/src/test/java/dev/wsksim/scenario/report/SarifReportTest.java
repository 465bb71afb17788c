package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SARIF as agreed, and as the schema of the OASIS committee wants it. */
class SarifReportTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(officialSchema(), InputFormat.JSON);

    private static String officialSchema() {
        try {
            return Resources.toString(Resources.getResource("schema/sarif-schema-2.1.0.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text() {
        return SampleRun.text(new SarifReport("1.2.3"), false);
    }

    @Test
    void document_fitsTheOfficialSchema() {
        assertThat(SCHEMA.validate(text(), InputFormat.JSON)).isEmpty();
        assertThat(SCHEMA.validate(SampleRun.text(new SarifReport("1.2.3"), true), InputFormat.JSON))
                .isEmpty();
        assertThat(SCHEMA.validate(new SarifReport("1.2.3").text(false), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"version\": \"2.1.0\"", "\"kind\": \"fail\"", "\"startLine\": 8", "\"text\":"})
    void schema_somethingElse_isRefused(String part) {
        String broken =
                text().replaceFirst(Pattern.quote(part), "\"kind\": 0, \"x\":" + (part.endsWith(":") ? "" : "0"));

        assertThat(SCHEMA.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    /** The rules come from the rule book and are looked at below. */
    @Test
    void document_behindItsRules_readsAsAgreed() throws IOException {
        String text = text();

        Golden.assertMatches("report/findings.sarif.txt", text.substring(text.indexOf("\"invocations\"")));
    }

    @Test
    void ruleOfTheBook_readsAsAgreed() throws IOException {
        String text = text();
        int begin = text.indexOf("              \"id\": \"WSK-IRP-004\"");

        Golden.assertMatches("report/rule.sarif.txt", text.substring(begin, text.indexOf("\n            }", begin)));
    }

    @Test
    void rules_areAllOfTheBook_thenAllKinds_andEachResultPointsAtItsOwn() {
        String text = text();
        List<String> ids = Pattern.compile("^ {14}\"id\": \"(.*)\",$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();

        List<Rule> book = StandardRules.book().rules();
        assertThat(ids).hasSize(book.size() + FindingKind.values().length).doesNotHaveDuplicates();
        List<MatchResult> results = Pattern.compile("\"ruleId\": \"(.*)\",\n *\"ruleIndex\": ([0-9]+),")
                .matcher(text)
                .results()
                .toList();
        assertThat(results).hasSize(5);
        for (MatchResult result : results) {
            assertThat(ids.get(Integer.parseInt(result.group(2)))).isEqualTo(result.group(1));
        }
    }

    @Test
    void kinds_haveASentenceEach() {
        assertThat(FindingKind.values())
                .extracting(KindText::of)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("."));
    }

    @Test
    void inconclusiveFinding_isOpen_withoutALevel() {
        assertThat(text())
                .contains("\"ruleId\": \"wsksim/not-simulated\"")
                .containsPattern("\"kind\": \"open\",\n *\"level\": \"none\"");
    }

    @Test
    void fault_andInterruption_areFailuresOfTheTool() {
        assertThat(text()).contains("\"executionSuccessful\": false").doesNotContain("interrupted");
        SarifReport interrupted = new SarifReport("1.2.3");
        assertThat(interrupted.text(true))
                .contains("\"executionSuccessful\": false", "\"exitCodeDescription\": \"the run was interrupted\"");
        assertThat(new SarifReport("1.2.3").text(false)).contains("\"executionSuccessful\": true");
    }

    @Test
    void fingerprints_ofTheSameFindingTwice_differ_andSurviveMovedLines() {
        ReportedCases cases = new ReportedCases(Detail.NORMAL, SourceLines.NONE, ReplayLine.TYPICAL);
        List<String> first = fingerprints(cases, Samples.at(4, 5));
        List<String> moved = fingerprints(cases, Samples.at(40, 5));

        assertThat(first).hasSize(2).doesNotHaveDuplicates().isEqualTo(moved);
    }

    private static List<String> fingerprints(ReportedCases cases, SourcePosition place) {
        SarifReport report = new SarifReport("1");
        Finding finding = Samples.finding(FindingKind.RETURN, place, "another status", "a", "b");
        report.add(cases.played(Samples.result(Verdict.FAILED, finding, finding), OptionalLong.empty()));
        return Pattern.compile("\"finding/v1\": \"([0-9a-f]{64})\"")
                .matcher(report.text(false))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b/c#d%.yaml -> a%20b/c%23d%25.yaml",
                "a\\b.yaml -> a/b.yaml",
                "C:\\x y\\b.yaml -> file:///C:/x%20y/b.yaml",
                "/x/ä.yaml -> file:///x/%C3%A4.yaml",
                "x:y.yaml -> x%3Ay.yaml",
                "../a.yaml -> ../a.yaml"
            })
    void fileUri_isAReference(String example) {
        List<String> sides = List.of(example.split(" -> ", 2));

        assertThat(FileUri.of(sides.get(0))).isEqualTo(sides.get(1));
        assertThat(URI.create(FileUri.of(sides.get(0)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nc-wsk-pfn_wsk_send -> ddi/wsk/nc-wsk-pfn_wsk_send",
                "nf-wdm-iofreeirp -> ddi/wdm/nf-wdm-iofreeirp",
                "ns-wsk-_wsk_buf -> ddi/wsk/ns-wsk-_wsk_buf",
                "closing-a-socket -> network/closing-a-socket",
                "so-reuseaddr -> network/so-reuseaddr",
                "using-mdls -> kernel/using-mdls",
                "bug-check-0x35--no-more-irp-stack-locations -> debugger/bug-check-0x35--no-more-irp-stack-locations"
            })
    void pageLink_leadsToThePartOfTheDocumentation(String example) {
        List<String> sides = List.of(example.split(" -> ", 2));

        assertThat(PageLink.of(sides.get(0)))
                .isEqualTo("https://learn.microsoft.com/en-us/windows-hardware/drivers/" + sides.get(1));
    }
}
