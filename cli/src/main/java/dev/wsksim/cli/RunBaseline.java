package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.BaselineFile;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.load.ScenarioProblem;
import dev.wsksim.scenario.model.Baseline;
import dev.wsksim.scenario.model.Baseline.Accepted;
import dev.wsksim.scenario.run.BaselineJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accepted violations of a run: read from a file, held against what is found, told, and written. */
final class RunBaseline {
    private final Surroundings surroundings;
    private final Optional<Path> source;
    private final Optional<Path> target;
    private final BaselineJudge judge;

    private RunBaseline(Surroundings surroundings, Optional<Path> source, Optional<Path> target, Baseline baseline) {
        this.surroundings = surroundings;
        this.source = source;
        this.target = target;
        this.judge = new BaselineJudge(baseline, this::nameInBaseline, target.isPresent());
    }

    /** Reads the baseline where there is one, and finds out whether one can be written. */
    static RunBaseline of(Surroundings surroundings, Optional<String> read, Optional<String> write)
            throws BadInputException {
        Optional<Path> source = read.isPresent() ? Optional.of(path(surroundings, read.get())) : Optional.empty();
        Optional<Path> target = write.isPresent() ? Optional.of(path(surroundings, write.get())) : Optional.empty();
        if (source.isPresent() && target.isPresent() && !folder(source.get()).equals(folder(target.get()))) {
            throw new BadInputException(write.get() + ": this is not in the folder of " + read.get()
                    + ", and files are named as seen from there\n  hint: write it beside the other one");
        }
        if (target.isPresent()) {
            requireWritable(target.get());
        }
        return new RunBaseline(surroundings, source, target, source.isPresent() ? read(source.get()) : Baseline.EMPTY);
    }

    private static Path path(Surroundings surroundings, String name) throws BadInputException {
        try {
            return surroundings.files().getPath(name);
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static Baseline read(Path file) throws BadInputException {
        BaselineFile.Loaded loaded = BaselineFile.read(file);
        if (!loaded.problems().isEmpty()) {
            throw new BadInputException(
                    loaded.problems().stream().map(ScenarioProblem::render).collect(Collectors.joining("\n\n")));
        }
        return loaded.baseline();
    }

    /** A scenario is YAML too, and must not be overwritten by mistake. */
    private static void requireWritable(Path file) throws BadInputException {
        if (Files.isDirectory(file) || !Files.isDirectory(folder(file))) {
            throw new BadInputException(
                    file + ": no baseline can be written there\n  hint: name a file in a folder" + " that is there");
        }
        if (Files.exists(file)) {
            try {
                if (!Files.readString(file).contains("wsksim-baseline:")) {
                    throw new BadInputException(file + ": this is not a baseline, and would be overwritten");
                }
            } catch (IOException e) {
                throw new BadInputException(file + ": the file cannot be read: " + FileTrouble.reason(e));
            }
        }
    }

    /** Files are named as seen from the baseline, with slashes, so that it can be kept beside them and used anywhere. */
    private String nameInBaseline(String file) {
        Path path = surroundings.files().getPath(file);
        Path beside = source.or(() -> target).orElse(path);
        Path absolute = path.toAbsolutePath().normalize();
        boolean sameRoot =
                folder(beside).getRoot() != null && folder(beside).getRoot().equals(absolute.getRoot());
        if (!Files.exists(path) || !sameRoot) {
            return file;
        }
        return folder(beside).relativize(absolute).toString().replace('\\', '/');
    }

    /** Returns an outcome without what is accepted. */
    Outcome judge(Outcome outcome) {
        boolean idle = source.isEmpty() && target.isEmpty();
        return !idle && outcome instanceof Outcome.Played played
                ? new Outcome.Played(judge.judge(played.result()), played.wallNanos())
                : outcome;
    }

    /** Returns what there is to tell at the end; empty where there is nothing. */
    String text() {
        StringBuilder text = new StringBuilder();
        source.ifPresent(file -> {
            ImmutableList<Accepted> gone = judge.gone();
            gone.forEach(one -> text.append(gone(one)).append('\n'));
            if (judge.unjudged() > 0) {
                text.append("baseline: ")
                        .append(judge.unjudged())
                        .append(" of its entries ")
                        .append(judge.unjudged() == 1 ? "is" : "are")
                        .append(" about scenarios that were not played to their ends\n");
            }
        });
        return text.toString();
    }

    private String gone(Accepted one) {
        String variant = one.spot().variant().isEmpty() ? "" : " [" + one.spot().variant() + "]";
        String times =
                judge.times(one) == 0 ? "occurs no more" : "occurs " + judge.times(one) + " times, not " + one.times();
        return "baseline: " + one.position() + ": " + one.spot().rule() + " at '"
                + one.spot().place() + "' of " + one.spot().file() + variant + " " + times;
    }

    /** Writes the baseline, where that is asked for; tells whether it is kept. */
    boolean write(boolean interrupted) {
        if (target.isEmpty()) {
            return true;
        }
        if (interrupted) {
            surroundings.err().println("wsksim: " + target.get() + ": the baseline is not written: interrupted");
            return true;
        }
        try {
            Files.writeString(target.get(), BaselineFile.text(judge.renewed()));
            return true;
        } catch (IOException e) {
            surroundings
                    .err()
                    .println("wsksim: " + target.get() + ": the baseline could not be written: "
                            + FileTrouble.reason(e));
            return false;
        }
    }
}
