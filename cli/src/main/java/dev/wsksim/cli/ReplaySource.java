package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.RecordedRun;
import dev.wsksim.scenario.report.RecordedRuns;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import dev.wsksim.scenario.run.RunOptions;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A JSON result whose decisions are fed back. */
final class ReplaySource {
    /** The largest result that is read. */
    private static final long MAX_BYTES = 64 << 20;

    private final String file;
    private final ImmutableList<RecordedRun> runs;

    private ReplaySource(String file, ImmutableList<RecordedRun> runs) {
        this.file = file;
        this.runs = runs;
    }

    /** Reads a JSON result. */
    static ReplaySource read(FileSystem files, String file) throws BadInputException {
        try {
            return new ReplaySource(file, RecordedRuns.read(text(files.getPath(file), file)));
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": there is no such file");
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be read: " + FileTrouble.reason(e));
        } catch (InvalidPathException e) {
            throw new BadInputException(file + ": this is not a path: " + e.getReason());
        } catch (NotAResultException e) {
            throw new BadInputException(file + ": this is not a result of"
                    + " wsksim: " + e.getMessage() + "\n  hint: 'wsksim run --json FILE'"
                    + " writes one");
        }
    }

    private static String text(Path path, String file) throws IOException, BadInputException {
        Optional<String> notAFile = FileTrouble.notAFile(path);
        if (notAFile.isPresent()) {
            throw new BadInputException(file + ": " + notAFile.get());
        }
        long size = Files.size(path);
        if (size > MAX_BYTES) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "%s: the file is too large: %,d bytes, the limit is %,d\n"
                            + "  hint: write the result of fewer scenarios",
                    file,
                    size,
                    MAX_BYTES));
        }
        return Files.readString(path);
    }

    /**
     * Returns the options with the decisions of the recorded run of this scenario, and its seed and profile where none
     * are given.
     */
    RunOptions optionsFor(Scenario scenario, RunOptions given) throws BadInputException {
        RecordedRun run = runOf(scenario)
                .orElseThrow(() ->
                        new BadInputException(file + ": there is no run of \"" + scenario.displayName() + "\" in it"));
        Profile profile = Profile.byLabel(run.profile())
                .orElseThrow(() -> new BadInputException(file + ": there is no profile '" + run.profile() + "'"));
        RunOptions options = given.withReplay(run.decisions());
        RunOptions seeded = options.seed().isPresent() ? options : options.withSeed(run.seed());
        return seeded.profile().isPresent() ? seeded : seeded.withProfile(profile);
    }

    private Optional<RecordedRun> runOf(Scenario scenario) {
        List<RecordedRun> named = runs.stream()
                .filter(run -> run.name().equals(scenario.displayName()))
                .toList();
        return named.stream()
                .filter(run -> run.file().equals(scenario.position().file()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
