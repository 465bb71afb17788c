package dev.wsksim.cli;

import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wsksim explain}: teaches what a name means. */
@Command(
        name = "explain",
        description = {
            "Tells what a name means, and how far wsksim simulates it.",
            "",
            "A name is a status, also by its value; a function, callback, control code, socket option, IOCTL, flag or"
                    + " structure of WSK; a decision point; a profile; a rule; an open question such as OQ-5;"
                    + " an obligation such as V034; a kind of finding or what can be left over; or a Winsock error. Case does not"
                    + " matter."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim explain WskSocketConnect                 parameters, statuses, timing, differences%n"
                    + "  wsksim explain STATUS_ADDRESS_ALREADY_EXISTS%n"
                    + "  wsksim explain 0xC000020A%n"
                    + "  wsksim explain irp.completion-irql windows-7 SO_REUSEADDR%n"
        })
final class ExplainCommand extends HelpfulCommand {
    private static final int RULE_WIDTH = 72;

    private final Surroundings surroundings;

    @Mixin
    private final ColorOption color = new ColorOption();

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "What to explain.")
    private List<String> names = List.of();

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        Emphasis emphasis = color.emphasis(surroundings);
        int width = TerminalWidth.of(surroundings.environment());
        Explanations explanations = new Explanations(surroundings.bundle(), emphasis, width);
        RuleExampleText examples = new RuleExampleText(surroundings, emphasis);
        List<String> unknown = new ArrayList<>();
        String separator = "";
        for (String name : names) {
            if (name.isBlank()) {
                unknown.add("wsksim: the name to explain is empty\n  hint: 'wsksim list --functions' shows some names");
                continue;
            }
            String text = explanations.of(name).orElse("");
            if (text.isEmpty()) {
                unknown.add(problem(name, explanations));
            } else {
                surroundings.out().print(separator + text + examples.of(name));
                separator = "\n" + "-".repeat(Math.min(width, RULE_WIDTH)) + "\n\n";
            }
        }
        if (!unknown.isEmpty()) {
            throw new BadInputException(String.join("\n", unknown));
        }
        return ExitCode.OK;
    }

    private static String problem(String name, Explanations explanations) {
        String hint = explanations
                .closest(name)
                .map(known -> "did you mean '" + known + "'?")
                .orElse(
                        "'wsksim list' with --statuses, --functions, --options, --decisions, --assumptions, --profiles or"
                                + " --rules"
                                + " shows the names");
        return "wsksim: there is nothing to explain about"
                + " '" + VisibleText.line(name) + "'" + severity(name) + "\n "
                + " hint: " + hint;
    }

    /** Says at least what kind of status an unknown value would be. */
    private static String severity(String name) {
        return Explanations.value(name)
                .filter(value -> name.length() > 5)
                .map(value -> ": as an NTSTATUS it would"
                        + " be "
                        + List.of("a success", "informational", "a warning", "an error")
                                .get(value >>> 30))
                .orElse("");
    }
}
