package dev.wsksim.cli;

import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.load.ScenarioSchema;
import dev.wsksim.scenario.report.VisibleText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsksim new}: writes a scenario to begin with. */
@Command(
        name = "new",
        description = {
            "Writes a scenario to begin with: small, complete, with comments, and it passes.",
            "",
            "Beside it goes the JSON Schema of the scenario language, which gives editors with the YAML language server"
                    + " completion and help; it is written once in a folder. No file is ever written over."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim new second-attempt                  writes second-attempt.yaml%n"
                    + "  wsksim new scenarios/echo --kind listen%n",
            "%n@|bold Exit codes|@%n  0    it is written%n  2    there is such a file, or none can be made there%n"
        })
final class NewCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Parameters(arity = "1", paramLabel = "NAME", description = "The file; .yaml is added where it has no ending.")
    private String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What it is about: ${COMPLETION-CANDIDATES}; connect unless told otherwise. 'network' has no"
                    + " driver.")
    private Starter kind = Starter.connect;

    @Option(names = "--no-schema", description = "Write the scenario alone, without the schema for editors.")
    private boolean withoutSchema;

    NewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        Path file = file();
        Path last = file.getFileName();
        String title = String.valueOf(last)
                .replaceFirst("\\.ya?ml$", "")
                .replaceAll("[-_]+", " ")
                .strip();
        if (title.isEmpty() || title.chars().anyMatch(Character::isISOControl)) {
            throw new BadInputException(VisibleText.line(name) + ": a name needs letters, and no control characters");
        }
        makeFolder(file);
        write(file, kind.text(title, !withoutSchema));
        Path schema = file.resolveSibling(Starter.SCHEMA_FILE);
        boolean schemaToo = !withoutSchema && !Files.exists(schema, LinkOption.NOFOLLOW_LINKS);
        if (schemaToo) {
            write(schema, new ScenarioSchema().text());
        }
        surroundings.out().println("wrote " + file + (schemaToo ? ", and " + schema + " for editors" : ""));
        surroundings.out().println("run it with: " + surroundings.program() + " run " + file);
        return ExitCode.OK;
    }

    private Path file() throws BadInputException {
        if (name.isEmpty() || name.endsWith("/")) {
            throw new BadInputException("'" + name + "': this names no file");
        }
        boolean hasEnding = name.endsWith(".yaml") || name.endsWith(".yml");
        try {
            return surroundings.files().getPath(hasEnding ? name : name + ".yaml");
        } catch (InvalidPathException e) {
            throw new BadInputException(VisibleText.line(name) + ": this is not a path: " + e.getReason());
        }
    }

    private static void makeFolder(Path file) throws BadInputException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new BadInputException(folder + ": no folder can be made there: " + FileTrouble.reason(e));
        }
    }

    private static void write(Path file, String text) throws BadInputException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BadInputException(file + ": there is such a file, and it is not written over");
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be written: " + FileTrouble.reason(e));
        }
    }
}
