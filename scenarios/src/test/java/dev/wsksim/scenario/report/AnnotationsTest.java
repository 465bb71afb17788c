package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.model.SourcePosition;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands that show findings beside lines. */
class AnnotationsTest {
    @ParameterizedTest
    @EnumSource
    void commands_readAsAgreed(Annotations form) throws IOException {
        String all = SampleRun.cases().stream().map(form::of).collect(Collectors.joining());

        Golden.assertMatches("report/annotations-" + form.name().toLowerCase(Locale.ROOT) + ".txt", all);
        String prefix =
                form == Annotations.GITHUB ? "::(error|warning) " : "##vso\\[task.logissue type=(error|warning)";
        assertThat(all.lines()).hasSize(6).allMatch(line -> line.matches(prefix + ".*"));
    }

    @Test
    void github_escapesWhatEndsAPropertyOrALine() {
        assertThat(Annotations.GITHUB.line(
                        true, new SourcePosition("a,b:c%.yaml", 3, 4), "t: 1, 2", "50%\r\nend: a, b"))
                .isEqualTo("::error file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=t%3A 1%2C 2::50%25%0D%0Aend: a, b\n");
        assertThat(Annotations.GITHUB.line(false, SourcePosition.NONE, "t", "m"))
                .isEqualTo("::warning title=t::m\n");
    }

    @Test
    void azure_escapesWhatEndsAPropertyOrALine() {
        assertThat(Annotations.AZURE.line(false, new SourcePosition("a;b].yaml", 3, 4), "t", "50%\nm"))
                .isEqualTo("##vso[task.logissue type=warning;sourcepath=a%3Bb%5D.yaml;linenumber=3;columnnumber=4]"
                        + "t%0A50%AZP25%0Am\n");
    }

    @Test
    void problemOfAFile_hasItsPlaceAndHint() {
        assertThat(Annotations.GITHUB.problem(Samples.at(3, 4), "no key 'latencey'", "did you mean 'latency'?"))
                .isEqualTo("::error file=refused.yaml,line=3,col=4,title=wsksim cannot read this scenario::"
                        + "no key 'latencey'%0Ahint: did you mean 'latency'?\n");
    }

    @Test
    void whatIsOpen_isAWarning_aBrokenRuleAnError() {
        assertThat(Annotations.GITHUB.of(SampleRun.cases().get(2))).startsWith("::error ");
        assertThat(Annotations.GITHUB.of(SampleRun.cases().get(3))).startsWith("::warning ");
    }

    @Test
    void passedAndNotRun_haveNone() {
        assertThat(Annotations.GITHUB.of(SampleRun.cases().get(0))).isEmpty();
        assertThat(Annotations.GITHUB.of(SampleRun.cases().get(6))).isEmpty();
    }
}
