package dev.wsksim.cli;

import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A folder that artefacts of one kind go to, a file a scenario. */
final class ArtefactFolder {
    private final Surroundings surroundings;
    private final PrintWriter err;
    private final String name;
    private final Artefact artefact;
    private final ArtefactNames names = new ArtefactNames();
    private boolean lost;

    ArtefactFolder(Surroundings surroundings, String name, Artefact artefact) {
        this.surroundings = surroundings;
        this.err = surroundings.err();
        this.name = name;
        this.artefact = artefact;
    }

    /**
     * A kind of artefact.
     *
     * @param word what one is called, for messages
     * @param extension how its files' names end, with the dot
     * @param writer makes the file of a result
     */
    record Artefact(String word, String extension, ArtefactWriter writer) {}

    /** Makes the file of a result. */
    @FunctionalInterface
    interface ArtefactWriter {
        /** Writes what is wanted of a result into a file, or over it. */
        void write(ScenarioResult result, Path file) throws IOException;
    }

    /** Makes the folder, so that a long run does not end without a place for its artefacts. */
    void prepare() throws BadInputException {
        try {
            Files.createDirectories(surroundings.files().getPath(name));
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new BadInputException(
                    name + ": no folder for " + artefact.word() + "s can be made there: " + FileTrouble.reason(e));
        }
    }

    /** Writes the artefact of a scenario that was played. */
    void add(Outcome outcome) {
        if (outcome instanceof Outcome.Played played && played.result().verdict() != Verdict.SKIPPED) {
            write(played.result(), surroundings.files().getPath(name));
        }
    }

    /** Tells whether an artefact could not be written. */
    boolean isIncomplete() {
        return lost;
    }

    private void write(ScenarioResult result, Path folder) {
        Path file = folder.resolve(names.of(result.scenario()) + artefact.extension());
        try {
            artefact.writer().write(result, file);
        } catch (IOException e) {
            lost = true;
            err.println(
                    "wsksim: " + file + ": the " + artefact.word() + " could not be written: " + FileTrouble.reason(e));
        }
    }
}
