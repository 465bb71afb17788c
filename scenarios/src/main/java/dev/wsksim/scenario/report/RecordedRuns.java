package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.Decision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Reads JSON results back, for replay and for another try. JSON is a part of YAML 1.2, so the YAML library reads it. */
public final class RecordedRuns {
    private static final int MAX_CHARACTERS = 64 << 20;

    private RecordedRuns() {}

    /** The text is not a JSON result of version 1; the message says why, without a full stop. */
    public static final class NotAResultException extends Exception {
        private static final long serialVersionUID = 1;

        NotAResultException(String message) {
            super(message);
        }
    }

    /** Returns the runs that a JSON result holds, without those that a fault ended, or that were skipped. */
    public static ImmutableList<RecordedRun> read(String json) throws NotAResultException {
        Map<?, ?> document = document(json);
        ImmutableList.Builder<RecordedRun> runs = ImmutableList.builder();
        for (Object element : list(document, "results")) {
            Map<?, ?> result = object(element, "a result");
            if (result.containsKey("decisions") && !result.containsKey("skipped")) {
                runs.add(run(result));
            }
        }
        return runs.build();
    }

    /** Returns what a JSON result says became of each scenario, with those that a fault ended or that were not run. */
    public static RecordedVerdicts readVerdicts(String json) throws NotAResultException {
        Map<?, ?> document = document(json);
        ImmutableList.Builder<RecordedVerdict> verdicts = ImmutableList.builder();
        String mode = "";
        for (Object element : list(document, "results")) {
            Map<?, ?> result = object(element, "a result");
            mode = text(result, "decisionMode");
            verdicts.add(verdict(result, text(result, "verdict")));
        }
        if (document.containsKey("notRun")) {
            for (Object element : list(document, "notRun")) {
                verdicts.add(verdict(object(element, "what was not run"), CaseVerdict.NOT_RUN.label()));
            }
        }
        return new RecordedVerdicts(mode, verdicts.build());
    }

    private static RecordedVerdict verdict(Map<?, ?> result, String verdict) throws NotAResultException {
        return new RecordedVerdict(
                text(result, "name"),
                text(result, "file"),
                number(result, "seed"),
                text(result, "profile"),
                parameters(result),
                verdict);
    }

    private static ImmutableMap<String, String> parameters(Map<?, ?> result) throws NotAResultException {
        if (!result.containsKey("parameters")) {
            return ImmutableMap.of();
        }
        Map<?, ?> written = object(result.get("parameters"), "\"parameters\"");
        ImmutableMap.Builder<String, String> parameters = ImmutableMap.builder();
        for (Object name : written.keySet()) {
            parameters.put(String.valueOf(name), text(written, String.valueOf(name)));
        }
        return parameters.buildOrThrow();
    }

    private static Map<?, ?> document(String json) throws NotAResultException {
        Map<?, ?> document = object(parse(json), "the file");
        if (number(document, "schema") != JsonReport.SCHEMA) {
            throw new NotAResultException("it has schema " + document.get("schema") + ", not " + JsonReport.SCHEMA);
        }
        return document;
    }

    private static @Nullable Object parse(String json) throws NotAResultException {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_CHARACTERS)
                // In one piece: with a small buffer a long text is copied once more for every piece that is read.
                .setBufferSize(json.length() + 1)
                .setUseMarks(false)
                .build();
        try {
            return new Load(settings).loadFromString(json);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new NotAResultException("it is not JSON");
        }
    }

    private static RecordedRun run(Map<?, ?> result) throws NotAResultException {
        ImmutableList.Builder<Decision> decisions = ImmutableList.builder();
        for (Object element : list(result, "decisions")) {
            Map<?, ?> decision = object(element, "a decision");
            decisions.add(new Decision(
                    text(decision, "point"),
                    text(decision, "option"),
                    count(decision, "answer"),
                    count(decision, "count"),
                    number(decision, "subject")));
        }
        return new RecordedRun(
                text(result, "name"),
                text(result, "file"),
                number(result, "seed"),
                text(result, "profile"),
                decisions.build());
    }

    private static Map<?, ?> object(@Nullable Object value, String what) throws NotAResultException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new NotAResultException(what + " is not a JSON object");
    }

    private static List<?> list(Map<?, ?> object, String name) throws NotAResultException {
        if (object.get(name) instanceof List<?> list) {
            return list;
        }
        throw new NotAResultException("it has no list \"" + name + "\"");
    }

    private static String text(Map<?, ?> object, String name) throws NotAResultException {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new NotAResultException("\"" + name + "\" is missing or not a text");
    }

    private static int count(Map<?, ?> object, String name) throws NotAResultException {
        if (object.get(name) instanceof Integer count && count >= 0) {
            return count;
        }
        throw new NotAResultException("\"" + name + "\" is missing or not a count");
    }

    private static long number(Map<?, ?> object, String name) throws NotAResultException {
        if (object.get(name) instanceof Integer || object.get(name) instanceof Long) {
            return ((Number) object.get(name)).longValue();
        }
        throw new NotAResultException("\"" + name + "\" is missing or not a whole number");
    }
}
