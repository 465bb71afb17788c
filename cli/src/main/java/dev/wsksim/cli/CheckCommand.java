package dev.wsksim.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wsksim check}: reads scenarios without running them. */
@Command(
        name = "check",
        description = "Reads scenarios without running them, and shows every mistake with its place and a hint.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim check refused.yaml%n"
                    + "  wsksim check scenarios          every *.yaml and *.yml file in the folder",
            "%n@|bold Exit codes|@%n  0    nothing is wrong%n  2    something is wrong, or is not there%n"
        })
final class CheckCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH|NAME",
            description = "Files, folders, bundled scenarios or bundled folders.")
    private List<String> words = List.of();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Makes the command for these words and no options. */
    static CheckCommand of(Surroundings surroundings, List<String> words) {
        CheckCommand command = new CheckCommand(surroundings);
        command.words = words;
        return command;
    }

    @Override
    public Integer call() {
        LoadedScenarios loaded = LoadedScenarios.of(surroundings, words, parameters.values());
        if (surroundings.interruption().isRaised()) {
            int read = loaded.fileCount();
            String were = read == 1 ? " file was read" : " files were read";
            surroundings.err().println("wsksim: interrupted when " + read + were);
            return ExitCode.INTERRUPTED;
        }
        if (!loaded.problems().isEmpty()) {
            surroundings.err().print(loaded.problemText());
            return ExitCode.BAD_INPUT;
        }
        int files = loaded.fileCount();
        int scenarios = loaded.scenarios().size();
        surroundings
                .out()
                .println(files + (files == 1 ? " file, " : " files, ") + scenarios
                        + (scenarios == 1 ? " scenario: " : " scenarios: ") + "nothing is wrong");
        return ExitCode.OK;
    }
}
