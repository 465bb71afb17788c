package dev.wsksim.scenario.fuzz;

import static com.google.common.base.Preconditions.checkState;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.load.ScenarioProblem;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads broken files, and plays those that are whole all the same, and demands that nothing comes of it but scenarios,
 * named problems and named findings.
 */
final class LoaderFuzz {
    private static final String NAME = "f.yaml";
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_REPORT = 400_000;
    private static final int LONGEST_PART = 10_000;

    /** After so many events a run is cut short. */
    private static final int EVENTS = 2_000;

    private final ScenarioMutator mutator;
    private final ScenarioLoader loader = new ScenarioLoader();
    private long files;
    private long usable;
    private long problems;
    private long played;
    private long slowestNanos;
    private long slowest;

    LoaderFuzz(ScenarioMutator mutator) {
        this.mutator = mutator;
    }

    /**
     * Judges the files with these numbers.
     *
     * @param toPlay how many of those that can be run are played
     * @throws AssertionError at the first file that breaks a promise, with its number and text
     */
    void run(long first, long count, long toPlay) throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = memory.getPath(NAME);
            for (long number = first; number < first + count; number++) {
                byte[] bytes = mutator.file(number);
                Files.write(file, bytes);
                judge(number, file, bytes.length, toPlay);
            }
        }
    }

    /**
     * Judges a scenario with its parts, of which one is the broken file with a number.
     *
     * @throws AssertionError at the first part that breaks a promise, with its number and text
     */
    void runParts(String scenario, ImmutableMap<String, String> parts, long first, long count) throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.writeString(memory.getPath(NAME), scenario);
            List<String> names = parts.keySet().asList();
            for (long number = first; number < first + count; number++) {
                for (String name : names) {
                    Path part = memory.getPath(name);
                    Files.createDirectories(part.toAbsolutePath().getParent());
                    Files.writeString(part, parts.get(name));
                }
                byte[] bytes = mutator.file(number);
                Files.write(memory.getPath(names.get((int) (number % names.size()))), bytes);
                judge(number, file, Math.max(bytes.length, LONGEST_PART), 0);
            }
        }
    }

    /** Tells what was seen. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%,d files: %,d can be run, %,d problems in the others; %,d scenarios played; slowest file %d with %d ms",
                files,
                usable,
                problems,
                played,
                slowest,
                slowestNanos / 1_000_000);
    }

    /** Returns how many files can be run. */
    long usable() {
        return usable;
    }

    /** Returns how many scenarios were played. */
    long played() {
        return played;
    }

    private void judge(long number, Path file, int size, long toPlay) throws IOException {
        long begun = System.nanoTime();
        try {
            LoadResult result = loader.load(file);
            judge(result, size);
            if (result.isUsable() && played < toPlay) {
                play(result.variants().get(0));
            }
        } catch (Throwable e) {
            throw new AssertionError(
                    "file " + number + ": " + e + "\n" + new String(Files.readAllBytes(file), UTF_8), e);
        }
        files++;
        long nanos = System.nanoTime() - begun;
        if (nanos > slowestNanos) {
            slowestNanos = nanos;
            slowest = number;
        }
    }

    private void judge(LoadResult result, int size) {
        checkState(result.variants().isEmpty() != result.problems().isEmpty(), "neither scenarios nor problems");
        usable += result.isUsable() ? 1 : 0;
        problems += result.problems().size();
        for (ScenarioProblem problem : result.problems()) {
            boolean known = problem.file().equals(NAME) || result.included().contains(problem.file());
            checkState(known, "wrong file: %s", problem);
            boolean whole = problem.line() == 0 && problem.column() == 0;
            int length =
                    problem.sourceLine().codePointCount(0, problem.sourceLine().length());
            boolean inside = problem.line() >= 1 && problem.line() <= size + 1;
            boolean pointing = problem.column() >= 1 && problem.column() <= length + 1;
            checkState(whole || (inside && pointing), "no such place: %s", problem);
            checkState(!problem.message().isBlank(), "no message: %s", problem);
            checkState(problem.message().length() <= LONGEST_MESSAGE, "endless message: %s", problem);
        }
        checkState(result.renderProblems().length() <= LONGEST_REPORT, "endless report");
    }

    private void play(Scenario scenario) {
        AtomicInteger asked = new AtomicInteger();
        RunOptions options = RunOptions.DEFAULT.withCancelled(() -> asked.incrementAndGet() > EVENTS);
        ScenarioResult result = new ScenarioRunner(options).run(scenario);
        checkState((result.verdict() == Verdict.PASSED) == result.findings().isEmpty(), "verdict without reason");
        for (Finding finding : result.findings()) {
            checkState(!finding.title().isBlank(), "no title: %s", finding);
        }
        played++;
    }
}
