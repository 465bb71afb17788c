package dev.wsksim.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.reference.ControlPage;
import dev.wsksim.scenario.reference.ControlPages;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.verifier.obligation.Obligations;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.OpenQuestion;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsksim list}: what there is, one a line, its name first. */
@Command(
        name = "list",
        description = "Lists the bundled scenarios, or one of the other things that wsksim knows; one a line, its name"
                + " first; wrapped where the environment variable COLUMNS says how wide the terminal is.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim list                         all bundled scenarios%n"
                    + "  wsksim list wsk/WskSocketConnect    those of one folder%n"
                    + "  wsksim list --decisions             the choices that the documentation leaves open%n"
        })
final class ListCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Bundled folders or scenarios; all unless told otherwise.")
    private List<String> names = List.of();

    @ArgGroup(exclusive = true)
    private Subject subject = new Subject();

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What to list instead of scenarios. */
    static final class Subject {
        @Option(names = "--decisions", description = "The decision points with their options, the typical one first.")
        private boolean decisions;

        @Option(names = "--profiles", description = "The Windows generations.")
        private boolean profiles;

        @Option(
                names = "--functions",
                description =
                        "Everything that WSK has: functions, callbacks, control codes, options, flags, structures;"
                                + " since which Windows, and how far each is simulated.")
        private boolean functions;

        @Option(
                names = "--options",
                description = "The control codes and socket options, and whether they are simulated.")
        private boolean options;

        @Option(
                names = "--assumptions",
                description = "What the documentation leaves open, and what wsksim does about it.")
        private boolean assumptions;

        @Option(names = "--statuses", description = "The NTSTATUS values.")
        private boolean statuses;

        @Option(
                names = "--rules",
                description = "The rules that the verifier checks, and how many of the obligations show where.")
        private boolean rules;

        @Option(
                names = "--obligations",
                description = "Everything that the documentation asks of a driver, and the misuses that were seen, with"
                        + " where each shows.")
        private boolean obligations;

        boolean isScenarios() {
            return !(decisions || profiles || functions || options || assumptions || statuses || rules || obligations);
        }
    }

    @Option(names = "--json", description = "With --rules or --obligations: print a JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws BadInputException {
        if (json) {
            surroundings.out().print(jsonLines());
            return ExitCode.OK;
        }
        ImmutableList<List<String>> rows = subject.isScenarios() ? scenarios() : others();
        if (TerminalWidth.isSet(surroundings.environment())) {
            surroundings.out().print(wrapped(rows, TerminalWidth.of(surroundings.environment())));
        } else {
            printColumns(rows);
        }
        if (subject.rules) {
            surroundings.out().print(ObligationText.counts());
        }
        return ExitCode.OK;
    }

    private String jsonLines() throws BadInputException {
        if (subject.rules) {
            return ObligationText.jsonOfRules();
        } else if (subject.obligations) {
            return ObligationText.jsonOfObligations();
        }
        throw new BadInputException("--json is for --rules and --obligations");
    }

    private void printColumns(ImmutableList<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(Strings.padEnd(row.get(i), i < columns - 1 ? width(rows, i) + 2 : 0, ' '));
            }
            surroundings.out().println(line.toString().stripTrailing());
        }
    }

    /** Only who says how wide the terminal is gets wrapped lines; for others each thing stays in a line of its own. */
    private static String wrapped(List<List<String>> rows, int width) {
        TextLayout layout = new TextLayout(Emphasis.NONE, width);
        int first = rows.isEmpty() ? 0 : width(rows, 0) + 2;
        for (List<String> row : rows) {
            layout.entry(row.get(0), first, String.join("  ", row.subList(1, row.size())));
        }
        return layout.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private ImmutableList<List<String>> scenarios() throws BadInputException {
        BundledScenarios bundle = surroundings.bundle();
        ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
        for (String name : names) {
            if (bundle.select(name).isEmpty()) {
                ScenarioSelection selection = new ScenarioSelection(surroundings.files(), bundle);
                selection.addAll(List.of(name));
                throw new BadInputException(selection.problems().stream()
                        .findFirst()
                        .orElse(name + ": this is not a bundled scenario or folder"));
            }
        }
        bundle.paths().stream()
                .filter(path -> names.isEmpty()
                        || names.stream().anyMatch(name -> bundle.select(name).contains(path)))
                .forEach(path -> rows.add(List.of(path, bundle.title(path))));
        return rows.build();
    }

    private ImmutableList<List<String>> others() {
        if (subject.decisions) {
            return rows(WskDecisions.all(), point -> List.of(point.name(), options(point)));
        } else if (subject.profiles) {
            return rows(Arrays.asList(Profile.values()), profile -> List.of(profile.label(), profile.about()));
        } else if (subject.functions) {
            return rows(InterfaceItems.all(), ListCommand::item);
        } else if (subject.options) {
            return rows(ControlPages.all(), ListCommand::option);
        } else if (subject.assumptions) {
            return rows(OpenQuestions.all(), ListCommand::question);
        } else if (subject.rules) {
            return rows(
                    StandardRules.book().rules(),
                    rule -> List.of(rule.id().text(), rule.severity().label(), rule.title()));
        } else if (subject.obligations) {
            return rows(Obligations.all(), ObligationText::row);
        }
        return rows(
                Arrays.asList(NtStatus.values()), status -> List.of(status.name(), status.toHex(), status.meaning()));
    }

    private static <T> ImmutableList<List<String>> rows(List<T> things, Function<T, List<String>> row) {
        return things.stream().map(row).collect(ImmutableList.toImmutableList());
    }

    private static List<String> item(InterfaceItem item) {
        return List.of(item.name(), item.kind().text(), item.since().toString(), item.supportText(), item.page());
    }

    private static List<String> question(OpenQuestion question) {
        return List.of(question.id(), question.kind(), question.question() + " " + question.answer());
    }

    private static List<String> option(ControlPage page) {
        return List.of(page.name(), page.simulated() ? "simulated" : "not simulated yet", page.page());
    }

    private static String options(DecisionPoint point) {
        return point.options().isEmpty() ? "one of those that are there" : String.join(", ", point.options());
    }
}
