package dev.wsksim.cli;

import dev.wsksim.export.Pcapng;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that packet captures go to, one pcapng file a scenario, taken at the driver's host; or none. */
final class CaptureFolder {
    private final Surroundings surroundings;
    private final PrintWriter err;
    private final @Nullable String name;
    private final Set<String> taken = new LinkedHashSet<>();
    private boolean lost;

    CaptureFolder(Surroundings surroundings, @Nullable String name) {
        this.surroundings = surroundings;
        this.err = surroundings.err();
        this.name = name;
    }

    /** Makes the folder, so that a long run does not end without a place for its captures. */
    void prepare() throws BadInputException {
        if (name == null) {
            return;
        }
        try {
            Files.createDirectories(surroundings.files().getPath(name));
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new BadInputException(name + ": no folder for captures can be made there: " + FileTrouble.reason(e));
        }
    }

    /** Writes the capture of a scenario that was played. */
    void add(Outcome outcome) {
        if (name != null && outcome instanceof Outcome.Played played) {
            write(played.result(), surroundings.files().getPath(name));
        }
    }

    /** Tells whether a capture could not be written. */
    boolean isIncomplete() {
        return lost;
    }

    private void write(ScenarioResult result, Path folder) {
        Path file = folder.resolve(fileName(result.scenario()));
        try {
            Pcapng.write(result.trace(), result.scenario().observedHost(), file);
        } catch (IOException e) {
            lost = true;
            err.println("wsksim: " + file + ": the capture could not be written: " + FileTrouble.reason(e));
        }
    }

    /** The scenario's file name and variant, in letters that every file system takes; numbered where it was there before. */
    private String fileName(Scenario scenario) {
        String file = scenario.position().file().replace('\\', '/');
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.(yaml|yml)$", "");
        String plain = slug(stem + " " + scenario.variant().label());
        String unique = plain;
        for (int number = 2; !taken.add(unique); number++) {
            unique = plain + "-" + number;
        }
        return unique + ".pcapng";
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "scenario" : slug;
    }
}
