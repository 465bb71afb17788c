package dev.wsksim.cli;

import dev.wsksim.scenario.load.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option {@code --output} of commands that make one document: a file in place of standard output. */
final class OutputFile {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write into this file, or over it, instead of to standard output.")
    private @Nullable String name;

    /** What writes a document into a file. */
    @FunctionalInterface
    interface FileWriter {
        /** Writes it. */
        void write(Path file) throws IOException;
    }

    /** Tells whether the document goes to a file. */
    boolean isFile() {
        return name != null;
    }

    /** Refuses an empty name, and one that looks like that of a scenario, before anything is played. */
    void requireName() throws BadInputException {
        if (name != null && name.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), "--output needs a name, and '' is none");
        }
        if (name != null && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
            throw new BadInputException(name + ": this would overwrite a scenario\n  hint: choose another ending");
        }
    }

    /** Writes a text to where it is wanted. */
    void write(String text, Surroundings surroundings) throws BadInputException {
        if (name == null) {
            surroundings.out().print(text);
        } else {
            write(file -> Files.writeString(file, text), surroundings);
        }
    }

    /** Writes a document into the file, which must have been named. */
    void write(FileWriter writer, Surroundings surroundings) throws BadInputException {
        String file = String.valueOf(name);
        try {
            writer.write(surroundings.files().getPath(file));
        } catch (InvalidPathException e) {
            throw new BadInputException(file + ": this is not a path: " + e.getReason());
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": there is no such folder to write the file to");
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be written: " + FileTrouble.reason(e));
        }
    }
}
