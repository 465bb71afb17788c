package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import dev.wsksim.scenario.report.RecordedTrace;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;

/** Gets a trace to compare: out of a file of JSON lines, or by playing a scenario. */
final class TraceSource {
    private final Surroundings surroundings;

    TraceSource(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Returns the trace that a word stands for: a file that ends in .jsonl, or a scenario of one variant. */
    RecordedTrace of(String word) throws BadInputException {
        try {
            return RecordedTrace.of(word.endsWith(".jsonl") ? read(word) : lines(play(word)));
        } catch (NotAResultException e) {
            throw new BadInputException(word + ": this is not a trace of wsksim: " + e.getMessage()
                    + "\n  hint: 'wsksim trace PATH --json -o FILE' writes one");
        }
    }

    private List<String> read(String name) throws BadInputException {
        try {
            return Files.readAllLines(surroundings.files().getPath(name));
        } catch (NoSuchFileException e) {
            throw new BadInputException(name + ": there is no such file");
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new BadInputException(name + ": the file cannot be read: " + FileTrouble.reason(e));
        }
    }

    private ScenarioResult play(String word) throws BadInputException {
        LoadedScenarios loaded = LoadedScenarios.of(surroundings, List.of(word), ImmutableMap.of());
        if (!loaded.problems().isEmpty()) {
            throw new BadInputException(loaded.problemText().stripTrailing());
        }
        ImmutableList<Scenario> all = loaded.scenarios();
        if (all.size() != 1) {
            String names = all.stream().limit(5).map(Scenario::displayName).collect(Collectors.joining("\n    "));
            throw new BadInputException(word + ": it stands for " + all.size() + " runs, and one is wanted\n    "
                    + names + "\n  hint: 'wsksim trace PATH --variant TEXT --json -o FILE' writes the trace of one");
        }
        return surroundings
                .player()
                .play(all.get(0), RunOptions.DEFAULT.withCancelled(surroundings.interruption()::isRaised));
    }

    private ImmutableList<String> lines(ScenarioResult result) {
        TraceHeader header = new TraceHeader(
                surroundings.version(),
                result.name(),
                result.file(),
                result.seed(),
                result.profile().label(),
                result.digest());
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add(TraceJson.header(header, result.trace().size()));
        result.trace().forEach(entry -> lines.add(TraceJson.line(entry)));
        return lines.build();
    }
}
