package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Profile;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.WinsockError;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.reference.ControlPages;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.verifier.obligation.Obligations;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All commands but run: help, version, check, list, explain, completion. */
class CommandsTest {
    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource({
        "wsksim,--help",
        "run,help run",
        "check,check --help",
        "list,help list",
        "explain,explain -h",
        "bench,bench --help",
        "new,new --help",
        "fmt,fmt --help",
        "trace,trace --help",
        "diagram,diagram --help",
        "pcap,pcap --help",
        "netstat,netstat --help",
        "step,step --help",
        "diff,diff --help",
        "completion,completion --help",
        "man,man --help"
    })
    void help_readsAsAgreed(String name, String arguments) throws IOException {
        assertThat(shell.run(arguments.split(" "))).isZero();

        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).doesNotContain("\u001b");
        Golden.assertMatches("help-" + name + ".txt", shell.out());
    }

    @Test
    void nothing_showsTheOverview() {
        assertThat(shell.run()).isZero();
        assertThat(shell.out()).contains("Usage: wsksim", "run ", "check ", "list ", "explain ", "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void version_isOneLine(String option) {
        assertThat(shell.run(option)).isZero();
        assertThat(shell.out()).isEqualTo("wsksim 1.2.3\n");
    }

    @Test
    void unknownCommand_isAnError_withAHint() {
        assertThat(shell.run("rnu")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains("'rnu'", "did you mean 'run'?", "hint: 'wsksim --help'")
                .doesNotContain("\tat ");
    }

    @Test
    void fault_ofAPlayer_hasNoStackTrace() {
        shell.player = (scenario, options) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        shell.scenario("a.yaml", "a");

        assertThat(shell.run("run", "a.yaml")).isEqualTo(ExitCode.FAULT);
        assertThat(shell.out())
                .contains("OutOfMemoryError: Java heap space", "Please report")
                .doesNotContain("\tat ");
    }

    @Test
    void fault_ofACommand_hasNoStackTrace() {
        shell.variables = name -> {
            throw new AssertionError("no environment");
        };
        shell.terminal = true;

        assertThat(shell.run("explain", "WskBind")).isEqualTo(ExitCode.FAULT);
        assertThat(shell.err())
                .isEqualTo("wsksim itself is at fault: AssertionError: no environment\n"
                        + "  Please report this with the command that you typed; wsksim 1.2.3.\n");
    }

    @Test
    void check_goodFiles_saysSo() {
        shell.scenario("s/a.yaml", "a");
        shell.scenario("s/b.yaml", "b");

        assertThat(shell.run("check", "s", "lessons")).isZero();
        assertThat(shell.out()).isEqualTo("3 files, 3 scenarios: nothing is wrong\n");
    }

    @Test
    void check_badFile_showsPlaceCaretAndHint() throws IOException {
        shell.write(
                "bad.yaml",
                Shell.YAML.replace("latency", "latencey").replace("STATUS_SUCCESS, after", "STATUS_SUCESS, after"));

        assertThat(shell.run("check", "bad.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.out()).isEmpty();
        Golden.assertMatches("check-bad.txt", shell.err());
    }

    @Test
    void list_scenarios_hasPathFirst_thenTitle() {
        assertThat(shell.run("list")).isZero();
        assertThat(shell.out())
                .isEqualTo("lessons/first.yaml                  the first lesson\n"
                        + "wsk/WskSocketConnect/accepted.yaml  a connect is accepted\n");
        shell.run("list", "wsk");
        assertThat(shell.out()).isEqualTo("wsk/WskSocketConnect/accepted.yaml  a connect is accepted\n");
        assertThat(shell.run("list", "wks")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("did you mean 'wsk'?");
    }

    @Test
    void list_registries_namesEverything() {
        shell.run("list", "--decisions");
        assertThat(shell.out().lines()).hasSize(WskDecisions.all().size()).allMatch(line -> !line.isBlank());
        assertThat(shell.out()).contains("irp.completion-irql", "DISPATCH_LEVEL, PASSIVE_LEVEL");
        shell.run("list", "--profiles");
        assertThat(shell.out().lines()).hasSize(Profile.values().length);
        shell.run("list", "--functions");
        assertThat(shell.out())
                .contains("WskReceiveEx", "reserved: ")
                .hasLineCount(InterfaceItems.all().size());
        shell.run("list", "--assumptions");
        assertThat(shell.out())
                .contains("OQ-1 ", "decision *.completion, irp.inline-wait, irp.failure-completion", "OQ-5 ")
                .hasLineCount(OpenQuestions.all().size());
        shell.run("list", "--options");
        assertThat(shell.out()).hasLineCount(ControlPages.all().size());
        shell.run("list", "--rules");
        assertThat(shell.out())
                .contains(
                        "\n403 obligations: rule ", "\n248 of the pages of functions, callbacks and structures: rule ")
                .hasLineCount(StandardRules.book().rules().size() + 7);
        shell.run("list", "--obligations");
        assertThat(shell.out())
                .contains("V084   must ", "R-110  misuse ", "[WSK-IRQL-001]")
                .hasLineCount(Obligations.all().size());
        shell.run("list", "--statuses");
        assertThat(shell.out()).contains("0xC0000236").hasLineCount(NtStatus.values().length);
        assertThat(shell.run("list", "--statuses", "--rules")).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void list_json_isALineForEach() {
        assertThat(shell.run("list", "--obligations", "--json")).isZero();
        assertThat(shell.out())
                .startsWith("{\"id\":\"V001\",\"strength\":\"must\",")
                .contains("\"disposition\":\"status\",\"function\":\"WskSend\",\"status\":\"STATUS_CONNECTION_RESET\"")
                .hasLineCount(Obligations.all().size());
        assertThat(shell.run("list", "--json", "--rules")).isZero();
        assertThat(shell.out())
                .contains("{\"id\":\"WSK-IRP-004\",\"severity\":\"must\",", "\"obligations\":[\"G02\"]")
                .hasLineCount(StandardRules.book().rules().size());
        assertThat(shell.run("list", "--json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--json is for --rules and --obligations");
    }

    @Test
    void explain_anObligationAndItsRule_showEachOther() {
        shell.run("explain", "v100");
        assertThat(shell.out()).startsWith("V100").contains("WSK-SOCKET-001", "nc-wsk-pfn_wsk_close_socket");
        shell.run("explain", "WSK-SOCKET-001");
        assertThat(shell.out()).contains("V100", "R-58");
        shell.run("explain", "V076");
        assertThat(shell.out()).contains("cannot be seen from here: header files");
    }

    @Test
    void explain_everyObligation_saysSomething_withinTheWidth() {
        Obligations.all().forEach(obligation -> {
            assertThat(shell.run("explain", obligation.id())).isZero();
            assertThat(shell.out()).startsWith(obligation.id());
            assertThat(shell.out().lines()).as(obligation.id()).allMatch(line -> line.length() <= 100);
        });
    }

    @Test
    void explain_everythingThatListFunctionsNames_isFound() {
        for (InterfaceItem item : InterfaceItems.all()) {
            assertThat(shell.run("explain", item.name())).as(item.name()).isZero();
            assertThat(shell.out()).as(item.name()).startsWith(item.name()).contains(item.page());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_ADDRESS_ALREADY_EXISTS,explain-status",
        "WskBind,explain-WskBind",
        "WskSend,explain-WskSend",
        "irp.completion-irql,explain-decision",
        "windows-7,explain-profile",
        "SO_WSK_SECURITY,explain-option",
        "WskReceiveEvent,explain-callback",
        "OQ-26,explain-question"
    })
    void explain_readsAsAgreed(String name, String file) throws IOException {
        assertThat(shell.run("explain", name)).isZero();

        assertThat(shell.err()).isEmpty();
        Golden.assertMatches(file + ".txt", shell.out());
    }

    @Test
    void explain_wskSocketConnect_teachesInDepth() {
        assertThat(shell.run("explain", "WskSocketConnect")).isZero();

        assertThat(shell.out())
                .contains("member of WSK_PROVIDER_DISPATCH, at or below DISPATCH_LEVEL, page"
                        + " nc-wsk-pfn_wsk_socket_connect")
                .contains(WskFunction.WskSocketConnect.parameters())
                .contains("windows-7: SYN at 0s, 3s, 9s", "windows-11: SYN at 0s, 1s, 3s, 7s, 15s")
                .contains("16 differences to WskSocket + WskBind + WskConnect", "giving up a pending")
                .contains("Bundled scenarios that show it", "wsk/WskSocketConnect/accepted.yaml")
                .contains("Rules that the verifier checks", "Sources");
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
    }

    static Stream<String> everyName() {
        return Stream.of(
                        Arrays.stream(NtStatus.values()).map(NtStatus::name),
                        Arrays.stream(NtStatus.values()).map(NtStatus::toHex),
                        NtStatus.aliases().keySet().stream(),
                        Arrays.stream(WskFunction.values()).map(WskFunction::name),
                        WskDecisions.all().stream().map(point -> point.name()),
                        Arrays.stream(Profile.values()).map(Profile::label),
                        ControlPages.all().stream().map(page -> page.name()),
                        StandardRules.book().rules().stream()
                                .map(rule -> rule.id().text()),
                        Arrays.stream(WinsockError.values()).map(WinsockError::name))
                .flatMap(names -> names);
    }

    @Test
    void explain_everyName_saysSomething_withinTheWidth() {
        Explanations explanations = new Explanations(
                new BundledScenarios(Shell.class, "/bundle-sample"), Emphasis.NONE, TerminalWidth.DEFAULT);

        everyName().forEach(name -> {
            String text = explanations.of(name).orElse("");
            assertThat(text.lines()).as(name).hasSizeGreaterThan(3);
            assertThat(text.lines().filter(line -> line.length() > 100))
                    .as(name)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0xC0000236,STATUS_CONNECTION_REFUSED",
        "c0000236,STATUS_CONNECTION_REFUSED",
        "-1073741258,STATUS_CONNECTION_REFUSED",
        "connection_refused,STATUS_CONNECTION_REFUSED",
        "0x00000103,STATUS_PENDING",
        "0,STATUS_SUCCESS",
        "10061,WSAECONNREFUSED",
        "wsksocketconnect,WskSocketConnect",
        "so_reuseaddr,SO_REUSEADDR"
    })
    void explain_otherSpelling_isUnderstood(String name, String meant) {
        assertThat(shell.run("explain", "--", name)).isZero();
        assertThat(shell.out()).startsWith(meant + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "WskSocketConect,WskSocketConnect",
        "STATUS_CONECTION_REFUSED,STATUS_CONNECTION_REFUSED",
        "ALREADY_EXISTS,STATUS_ADDRESS_ALREADY_EXISTS",
        "windows7,windows-7",
        "irp.completion-irq,irp.completion-irql"
    })
    void explain_typingError_isAnsweredWithTheNameMeant(String wrong, String meant) {
        assertThat(shell.run("explain", wrong)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains("nothing to explain about '" + wrong + "'")
                .contains("did you mean '" + meant + "'?");
    }

    @Test
    void explain_unknownValue_saysWhatKindOfStatusItWouldBe() {
        assertThat(shell.run("explain", "0x8FFFFFFF")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("as an NTSTATUS it would be a warning");
    }

    @Test
    void explain_severalNames_explainsAllAndNamesTheUnknown() {
        assertThat(shell.run("explain", "WskBind", "nonsense-name", "STATUS_PENDING"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.out()).contains("WskBind  simulated", "STATUS_PENDING  0x00000103");
        assertThat(shell.err()).contains("'nonsense-name'");
    }

    @Test
    void explain_severalNames_hasOneRuleBetweenThem() {
        assertThat(shell.run("explain", "WskBind", "STATUS_PENDING", "windows-7"))
                .isZero();

        assertThat(shell.out().lines().filter(line -> line.startsWith("-")))
                .containsExactly("-".repeat(72), "-".repeat(72));
    }

    @Test
    void explain_nothing_isAnErrorWithoutAGuess() {
        assertThat(shell.run("explain", "")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("the name to explain is empty").doesNotContain("did you mean");
    }

    @ParameterizedTest
    @EnumSource
    void explain_everyFunction_hasAPageOfItsOwn(WskFunction function) {
        assertThat(shell.run("explain", function.name())).isZero();

        assertThat(shell.out()).startsWith(function.name()).contains("What it does", "Parameters, in order");
    }

    @ParameterizedTest
    @CsvSource({"40,40", "10,40", "80,80", "1000,120", "x,100", "'',100"})
    void columns_areTheWidthOfTheText(String columns, int width) {
        shell.environment.put("COLUMNS", columns);
        shell.run("explain", "irp.completion-irql", "STATUS_ADDRESS_ALREADY_EXISTS");

        // Names are never cut, and what is to be copied stays in one line.
        assertThat(shell.out()
                        .lines()
                        .filter(line -> line.strip().contains(" ") && !line.contains("- { at:"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .isBetween(width - 25, width);
    }

    @Test
    void columns_wrapLists_onlyWhereTheyAreSet() {
        shell.run("list", "--statuses");
        assertThat(shell.out()).hasLineCount(NtStatus.values().length);
        shell.environment.put("COLUMNS", "60");
        shell.run("list", "--statuses");
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 60);
        shell.run("help", "run");
        assertThat(shell.out().lines().filter(line -> !line.startsWith("  wsksim")))
                .allMatch(line -> line.length() <= 60);
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void colorMode_followsTheSurroundings(
            ColorMode mode, boolean terminal, String variable, String value, boolean expected) {
        assertThat(mode.colors(terminal, name -> name.equals(variable) ? value : ""))
                .isEqualTo(expected);
    }

    static Stream<Arguments> surroundings() {
        return Stream.of(
                Arguments.of(ColorMode.auto, true, "TERM", "xterm", true),
                Arguments.of(ColorMode.auto, true, "TERM", "dumb", false),
                Arguments.of(ColorMode.auto, true, "NO_COLOR", "1", false),
                Arguments.of(ColorMode.auto, true, "OS", "Windows_NT", false),
                Arguments.of(ColorMode.auto, false, "TERM", "xterm", false),
                Arguments.of(ColorMode.always, false, "NO_COLOR", "1", true),
                Arguments.of(ColorMode.never, true, "TERM", "xterm", false));
    }

    @Test
    void colorMode_windowsTerminal_isUnderstood() {
        assertThat(ColorMode.auto.colors(true, name -> switch (name) {
                    case "OS" -> "Windows_NT";
                    case "WT_SESSION" -> "4b8f";
                    default -> "";
                }))
                .isTrue();
    }
}
