package dev.wsksim.cli;

import dev.wsksim.scenario.format.ScenarioFormat;
import dev.wsksim.scenario.format.ScenarioFormat.NotYamlException;
import dev.wsksim.scenario.load.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsksim fmt}: lays scenario files out in one way. */
@Command(
        name = "fmt",
        description = {
            "Lays scenario files out: two columns a level, one blank where blanks part things, no two empty lines in a"
                    + " row. Words, quotes, order, line breaks and comments stay as they are.",
            "",
            "A file that is no YAML is left alone and told of; the others are formatted all the same."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim fmt refused.yaml%n"
                    + "  wsksim fmt --check scenarios        for a pipeline: changes nothing%n",
            "%n@|bold Exit codes|@%n  0    all files are laid out so%n  1    with --check: some are not%n"
                    + "  2    a file is not there, or is no YAML%n"
        })
final class FmtCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, and folders of *.yaml and *.yml files, parts that scenarios include among them.")
    private List<String> words = List.of();

    @Option(names = "--check", description = "Change nothing; name the files that would change.")
    private boolean check;

    private final List<String> problems = new ArrayList<>();
    private int changed;

    FmtCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        ScenarioSelection selection = ScenarioSelection.withParts(surroundings.files(), surroundings.bundle());
        selection.addAll(words);
        problems.addAll(selection.problems());
        int files = 0;
        for (ScenarioSource source : selection.sources()) {
            if (surroundings.interruption().isRaised()) {
                return ExitCode.INTERRUPTED;
            }
            if (source instanceof ScenarioSource.OnDisk file) {
                files++;
                format(file.path());
            } else {
                problems.add(source.name() + ": this scenario comes with wsksim and cannot be changed");
            }
        }
        if (files > 0) {
            surroundings.out().println(summary(files));
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(String.join("\n", problems));
        }
        return check && changed > 0 ? ExitCode.FAILED : ExitCode.OK;
    }

    private String summary(int files) {
        String count = files == 1 ? "1 file" : files + " files";
        if (changed == 0) {
            return count + ": nothing to change";
        }
        return count + ": " + changed + (check ? " would change" : " changed");
    }

    private void format(Path file) {
        try {
            String text = Files.readString(file);
            String formatted = ScenarioFormat.of(text);
            if (formatted.equals(text)) {
                return;
            }
            changed++;
            surroundings.out().println(file);
            if (!check) {
                Files.writeString(file, formatted);
            }
        } catch (NotYamlException e) {
            problems.add(file + ": " + e.getMessage() + "; 'wsksim check " + file + "' tells where");
        } catch (IOException e) {
            problems.add(file + ": the file cannot be read or written: " + FileTrouble.reason(e));
        }
    }
}
