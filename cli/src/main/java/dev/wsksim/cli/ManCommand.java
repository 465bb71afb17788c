package dev.wsksim.cli;

import dev.wsksim.scenario.load.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsksim man}: writes manual pages. */
@Command(
        name = "man",
        description = "Prints the manual page of a command, or writes those of all commands into a folder.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim man run | man -l -%n"
                    + "  wsksim man --folder ~/.local/share/man/man1%n"
        })
final class ManCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "The command; wsksim itself unless told otherwise.")
    private @Nullable String name;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Write all pages into this folder.")
    private @Nullable String folder;

    ManCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        if (spec == null) {
            throw new AssertionError("picocli sets it");
        }
        CommandLine all = spec.root().commandLine();
        if (folder != null) {
            writeAll(all, folder);
        } else {
            surroundings.out().print(ManPage.of(named(all), surroundings.version()));
        }
        return ExitCode.OK;
    }

    private CommandLine named(CommandLine all) throws BadInputException {
        if (name == null || name.equals("wsksim")) {
            return all;
        }
        Map<String, CommandLine> commands = all.getSubcommands();
        CommandLine found = commands.get(name);
        if (found == null) {
            throw new BadInputException("wsksim: there is no command '" + name + "'\n  hint: the commands are "
                    + String.join(", ", commands.keySet()));
        }
        return found;
    }

    private void writeAll(CommandLine all, String into) throws BadInputException {
        List<CommandLine> pages = new ArrayList<>(all.getSubcommands().values());
        pages.add(0, all);
        try {
            Path place = Files.createDirectories(surroundings.files().getPath(into));
            for (CommandLine command : pages) {
                Files.writeString(
                        place.resolve(ManPage.name(command) + ".1"), ManPage.of(command, surroundings.version()));
            }
        } catch (InvalidPathException e) {
            throw new BadInputException(into + ": this is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new BadInputException(into + ": the pages cannot be written there: " + FileTrouble.reason(e));
        }
        surroundings.out().println("wrote " + pages.size() + " pages into " + into);
    }
}
