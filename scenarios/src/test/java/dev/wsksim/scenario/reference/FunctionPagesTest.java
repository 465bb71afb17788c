package dev.wsksim.scenario.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.reference.FunctionPage.Comparison.Row;
import dev.wsksim.scenario.reference.FunctionPage.Parameter;
import dev.wsksim.scenario.reference.FunctionPage.Result;
import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.control.ClientOperation;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.control.SocketOperations;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the pages against the registries: nothing that is simulated goes unexplained, and nothing is explained that is
 * not there.
 */
class FunctionPagesTest {
    private static final Pattern STATUS = Pattern.compile("\\bSTATUS_[A-Z0-9_]+");
    private static final Pattern DECISION = Pattern.compile("\\b(?:irp|wsk|Wsk[A-Za-z]+)\\.[a-z-]+");

    static Stream<FunctionPage> pages() {
        return Arrays.stream(WskFunction.values()).map(FunctionPages::of).flatMap(page -> page.stream());
    }

    private static Stream<String> texts(FunctionPage page) {
        return Stream.of(
                        Stream.of(page.summary()),
                        page.parameters().stream().map(Parameter::text),
                        page.statuses().stream().map(Result::when),
                        page.sections().stream().flatMap(section -> section.remarks().stream()),
                        page.comparison().stream()
                                .flatMap(table -> table.rows().stream())
                                .flatMap(row -> Stream.of(row.topic(), row.left(), row.right())))
                .flatMap(texts -> texts);
    }

    private static Stream<String> matches(Pattern pattern, FunctionPage page) {
        return texts(page).flatMap(text -> pattern.matcher(text).results()).map(MatchResult::group);
    }

    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void function_hasAPage_exactlyWhenItIsSimulated(WskFunction function) {
        assertThat(FunctionPages.of(function).isPresent()).isEqualTo(function.support() != Support.NONE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_explainsEveryParameter_inOrder(FunctionPage page) {
        assertThat(page.parameters())
                .extracting(Parameter::name)
                .isEqualTo(page.function().parameters());
        assertThat(page.parameters())
                .allSatisfy(parameter -> assertThat(parameter.text()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_namesOnlyStatusesThatExist_andEachResultOnce(FunctionPage page) {
        assertThat(matches(STATUS, page))
                .allSatisfy(name -> assertThat(NtStatus.byName(name)).as(name).isPresent());
        assertThat(page.statuses()).extracting(Result::status).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_namesOnlyDecisionsThatExist(FunctionPage page) {
        assertThat(matches(DECISION, page))
                .allSatisfy(
                        name -> assertThat(WskDecisions.byName(name)).as(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_ofAFunctionWithAnIrp_saysHowItCompletes(FunctionPage page) {
        boolean speaks =
                page.sections().stream().anyMatch(section -> section.title().equals(IrpRemarks.TITLE));

        assertThat(speaks).isEqualTo(page.function().takesIrp() && page.function() != WskFunction.WskControlClient);
    }

    @Test
    void wskSocketConnect_shows16Differences() {
        FunctionPage page = FunctionPages.of(WskFunction.WskSocketConnect).orElseThrow();

        assertThat(page.comparison().orElseThrow().rows())
                .hasSize(16)
                .extracting(Row::topic)
                .doesNotHaveDuplicates();
    }

    @Test
    void connectTiming_isThatOfTheProfiles() {
        assertThat(ConnectTiming.of(Profile.WINDOWS_7.tcp()))
                .startsWith("SYN at 0s, 3s, 9s; without an answer STATUS_IO_TIMEOUT at 21s;")
                .contains("after about 1s");
        assertThat(ConnectTiming.of(Profile.WINDOWS_11.tcp()))
                .startsWith("SYN at 0s, 1s, 3s, 7s, 15s; without an answer STATUS_IO_TIMEOUT at 21s;")
                .contains("after about 2s");
        assertThat(ConnectTiming.ofAllProfiles()).hasSize(Profile.values().length);
    }

    @Test
    void bindMatrix_hasTheRowsOfThePage() {
        ImmutableList<String> lines = BindMatrixText.lines();

        assertThat(lines).hasSize(8);
        assertThat(lines.get(3).split(" {2,}"))
                .containsExactly("none S", "CHECK", "INUSE", "CHECK", "DENIED", "DENIED", "INUSE");
    }

    @Test
    void controlPages_coverEverythingThatIsSimulated() {
        for (ClientOperation code : ClientOperation.values()) {
            assertThat(ControlPages.byName(code.name()).orElseThrow().simulated())
                    .isTrue();
        }
        for (SocketOperation option : SocketOperations.all()) {
            assertThat(ControlPages.byName(option.name()).orElseThrow().simulated())
                    .isTrue();
        }
        assertThat(ControlPages.all())
                .filteredOn(ControlPage::simulated)
                .hasSize(
                        ClientOperation.values().length + SocketOperations.all().size());
    }
}
