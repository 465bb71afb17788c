package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.Baseline;
import dev.wsksim.scenario.model.Baseline.Accepted;
import dev.wsksim.scenario.model.Baseline.Spot;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.verifier.rule.StandardRules;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the file of accepted violations, and describes its form. Reading is as strict as that of scenarios. */
public final class BaselineFile {
    private static final int VERSION = 1;
    private static final int MOST_TIMES = 1_000_000;

    private static final Field<Integer> VERSION_OF = Field.required(
            "wsksim-baseline",
            ScalarType.number("version 1 of baselines", VERSION, VERSION, BaselineFile::version),
            "The version of the form.",
            "1");
    private static final Field<String> FILE = Field.required(
            "file",
            ScalarTypes.TEXT,
            "The file of the scenario, seen from the folder of this one; the name of a bundled scenario.",
            "drivers/echo.yaml");
    private static final Field<String> VARIANT = Field.optional(
            "variant", ScalarTypes.TEXT, "no matrix", "Which cell of the scenario's matrix.", "family=ipv6");
    private static final Field<Reference> RULE =
            Field.required("rule", ScalarTypes.PLACED_TEXT, "The rule that is broken.", "WSK-SOCKET-006");
    private static final Field<String> PLACE = Field.required(
            "place",
            ScalarTypes.TEXT,
            "The step that breaks it: function and id, and which of several alike; or the end of the run.",
            "WskSocket listener");
    private static final Field<Integer> TIMES = Field.optional(
            "times",
            ScalarTypes.integer("a number of times", 1, MOST_TIMES),
            "1",
            "How often a run may break it there.",
            "2");
    private static final Field<String> BECAUSE =
            Field.optional("because", ScalarTypes.TEXT, "nothing", "Why it is accepted.", "shipped in 2019");
    private static final Field<ImmutableList<Accepted>> ACCEPTED = Field.required(
            "accepted",
            ListType.of(ElementType.of(
                    "accepted violation",
                    "A broken rule that does not fail a run, at one place.",
                    ImmutableList.of(FILE, VARIANT, RULE, PLACE, TIMES, BECAUSE),
                    BaselineFile::accepted)),
            "What is accepted.",
            "[{ file: drivers/echo.yaml, rule: WSK-SOCKET-006, place: WskSocket listener }]");
    private static final ElementType<Baseline> BASELINE = ElementType.of(
            "baseline",
            "Violations that are known and do not fail a run; others do.",
            ImmutableList.of(VERSION_OF, ACCEPTED),
            bound -> new Baseline(bound.get(ACCEPTED)));

    private BaselineFile() {}

    /**
     * What a file gave.
     *
     * @param baseline what is accepted; empty when there is a problem
     * @param problems what is wrong with the file
     */
    public record Loaded(Baseline baseline, ImmutableList<ScenarioProblem> problems) {}

    /** Reads a file. */
    public static Loaded read(Path path) {
        return read(SourceReader.read(path));
    }

    /** Reads a text that is in memory; the name stands for a file's name in problems. */
    public static Loaded read(String name, String text) {
        return read(SourceReader.ofText(name, text));
    }

    private static Loaded read(Problems problems) {
        Optional<Baseline> baseline = Optional.empty();
        if (problems.count() == 0) {
            try {
                baseline = YamlTree.parse(problems, "baseline", "it begins with 'wsksim-baseline: 1'")
                        .flatMap(root -> BASELINE.read(root, problems));
                baseline.ifPresent(found -> check(found, problems));
            } catch (TooManyProblemsException e) {
                baseline = Optional.empty();
            }
        }
        return new Loaded(problems.count() == 0 ? baseline.orElse(Baseline.EMPTY) : Baseline.EMPTY, problems.all());
    }

    private static void check(Baseline baseline, Problems problems) {
        ImmutableList<String> known = StandardRules.book().rules().stream()
                .map(rule -> rule.id().text())
                .collect(ImmutableList.toImmutableList());
        Set<Spot> seen = new LinkedHashSet<>();
        for (Accepted one : baseline.accepted()) {
            String rule = one.spot().rule();
            if (!known.contains(rule)) {
                problems.report(
                        one.position(),
                        rule.length(),
                        "unknown rule '" + rule + "'",
                        Suggestion.hint(rule, known, "rules"));
            } else if (!seen.add(one.spot())) {
                problems.report(
                        one.position(),
                        rule.length(),
                        "rule '" + rule + "' is accepted at this place already",
                        "say with 'times' how often");
            }
        }
    }

    /** Returns the text of a baseline, sorted, so that two of them can be compared line by line. */
    public static String text(Baseline baseline) {
        Comparator<Accepted> order = Comparator.<Accepted, String>comparing(
                        one -> one.spot().file())
                .thenComparing(one -> one.spot().variant())
                .thenComparing(one -> one.spot().rule())
                .thenComparing(one -> one.spot().place());
        StringBuilder text = new StringBuilder("# Broken rules that are accepted for now. 'wsksim run --baseline FILE'"
                + " fails on others and tells which of these are gone.\n");
        text.append(VERSION_OF.name()).append(": ").append(VERSION).append('\n');
        text.append(ACCEPTED.name()).append(baseline.accepted().isEmpty() ? ": []\n" : ":\n");
        baseline.accepted().stream().sorted(order).forEach(one -> append(one, text));
        return text.toString();
    }

    private static void append(Accepted one, StringBuilder text) {
        text.append("  - ")
                .append(FILE.name())
                .append(": ")
                .append(quoted(one.spot().file()));
        if (!one.spot().variant().isEmpty()) {
            append(VARIANT, quoted(one.spot().variant()), text);
        }
        append(RULE, one.spot().rule(), text);
        append(PLACE, quoted(one.spot().place()), text);
        if (one.times() > 1) {
            append(TIMES, Integer.toString(one.times()), text);
        }
        if (!one.because().isEmpty()) {
            append(BECAUSE, quoted(one.because()), text);
        }
        text.append('\n');
    }

    private static void append(Field<?> field, String value, StringBuilder text) {
        text.append("\n    ").append(field.name()).append(": ").append(value);
    }

    /** A JSON string is a YAML one. */
    private static String quoted(String value) {
        return Json.write(value).stripTrailing();
    }

    /** Returns the form described for editors, as JSON Schema. */
    public static String schemaText() {
        Definitions definitions = new Definitions();
        ImmutableMap<String, Object> root = BASELINE.schema(definitions);
        return Json.write(ImmutableMap.<String, Object>builder()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "wsksim baseline, version 1")
                .putAll(root)
                .put("$defs", definitions.all())
                .buildOrThrow());
    }

    private static Accepted accepted(Bound bound) {
        Reference rule = bound.get(RULE);
        Spot spot = new Spot(bound.get(FILE), bound.get(VARIANT, ""), rule.name(), bound.get(PLACE));
        return new Accepted(spot, bound.get(TIMES, 1), bound.get(BECAUSE, ""), rule.position());
    }

    private static int version(Node.Scalar scalar) throws BadTextException {
        if (ScalarTypes.parseNumber(scalar.text()).filter(n -> n == VERSION).isEmpty()) {
            throw new BadTextException(
                    "this program reads version 1 of baselines, the file says " + scalar.kind(),
                    "write wsksim-baseline: 1");
        }
        return VERSION;
    }
}
