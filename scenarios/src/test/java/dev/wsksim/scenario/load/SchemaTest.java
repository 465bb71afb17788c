package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the JSON Schema against the binder: what the binder takes the schema takes, and what it can see it refuses. */
class SchemaTest {
    private static final Path FILES = Path.of("src/test/resources/dev/wsksim/scenario/load");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new ScenarioSchema().text(), InputFormat.JSON);

    /**
     * Files that are wrong in a way that only the binder can see: names, order, combinations, YAML beyond the JSON
     * model.
     */
    private static final List<String> BEYOND_SCHEMA = List.of(
            "acts-out-of-order",
            "address-twice",
            "arguments-left-out",
            "bytes-like-numbers",
            "call-for-socket",
            "completion-pending",
            "conditions-in-vain",
            "defined-twice",
            "dns-without-driver",
            "double-link",
            "driver-and-open-connection",
            "driver-without-steps",
            "endless-wait",
            "exceptions-from-nothing",
            "group-misuse",
            "impossible-statuses",
            "later-call",
            "link-in-two-spellings",
            "long-line",
            "match-of-nobody",
            "matrix-one-variant",
            "matrix-setting-twice",
            "matrix-too-large",
            "matrix-undefined",
            "name-arguments",
            "never-reached",
            "no-driver-but-calls",
            "no-driver-but-expected",
            "nothing-happens",
            "numbers-that-are-none",
            "pause-of-the-driver",
            "peer-port-twice",
            "reserved-host-name",
            "said-in-vain",
            "same-without-opposite",
            "socket-missing",
            "step-behind-limit",
            "step-in-the-past",
            "tcp-without-effect",
            "time-given-twice",
            "unknown-call",
            "unknown-connection",
            "unknown-constants",
            "unknown-host",
            "unknown-links",
            "unknown-parameter",
            "unknown-security-names",
            "unknown-socket",
            "verifier-without-driver",
            "void-function",
            "wrong-between",
            "wrong-family",
            "wrong-transport-address");

    /** Files that are no YAML, or no YAML of ours. */
    private static final List<String> BEYOND_YAML = List.of(
            "complex-key",
            "duplicate-key",
            "hostile-text",
            "matrix-variable-unquoted",
            "merge-key",
            "only-comments",
            "recursive-alias",
            "tab-indentation",
            "tag",
            "two-documents",
            "unclosed-bracket",
            "unknown-alias",
            "wrong-indentation");

    static Stream<String> structuralFiles() throws IOException {
        return BadInputTest.badFiles().stream()
                .map(name -> name.replace(".yaml", ""))
                .filter(name -> !BEYOND_SCHEMA.contains(name) && !BEYOND_YAML.contains(name));
    }

    private static List<Error> validate(String file) throws IOException {
        return validateText(Files.readString(FILES.resolve(file)));
    }

    /** Returns what the schema finds wrong with a text that is YAML. */
    static List<Error> validateText(String text) {
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good/second-attempt.yaml", "good/everything.yaml"})
    void schema_goodFile_isTaken(String file) throws IOException {
        assertThat(validate(file)).isEmpty();
    }

    @Test
    void partSchema_takesParts_andRefusesWhatIsNone() throws IOException {
        Schema parts = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new ScenarioSchema().partText(), InputFormat.JSON);
        for (String file : List.of("everything", "steps")) {
            String text = Files.readString(FILES.resolve("good/parts/" + file + ".part.yaml"));

            assertThat(parts.validate(text, InputFormat.YAML)).as(file).isEmpty();
            assertThat(validateText(text)).as(file).isNotEmpty();
        }
        assertThat(parts.validate("wsksim-part: 2", InputFormat.YAML)).isNotEmpty();
        assertThat(parts.validate("wsksim-part: 1\nname: x", InputFormat.YAML)).isNotEmpty();
        assertThat(parts.validate("wsksim-part: 1\ninclude: /etc/x.part.yaml", InputFormat.YAML))
                .isNotEmpty();
        assertThat(parts.validate("wsksim-part: 1\ninclude: ../x.part.yml", InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("structuralFiles")
    void schema_badFile_isRefused(String name) throws IOException {
        assertThat(validate("bad/" + name + ".yaml")).isNotEmpty();
    }

    @Test
    void schema_fileWrongBeyondSchema_isTaken() throws IOException {
        for (String name : BEYOND_SCHEMA) {
            assertThat(validate("bad/" + name + ".yaml")).as(name).isEmpty();
        }
    }

    @Test
    void text_isStable() {
        assertThat(new ScenarioSchema().text())
                .isEqualTo(new ScenarioSchema().text())
                .endsWith("}\n");
    }

    @Test
    void elements_areAllDescribed() {
        assertThat(new ScenarioSchema().elements())
                .extracting(ScenarioSchema.Element::name)
                .startsWith("scenario", "host", "interface", "route", "host TCP", "link")
                .contains("call step", "irp", "completion", "step group", "packet", "token", "decision")
                .doesNotHaveDuplicates();
        for (ScenarioSchema.Element element : new ScenarioSchema().elements()) {
            assertThat(element.description()).as(element.name()).endsWith(".");
            for (ScenarioSchema.Key key : element.keys()) {
                String as = element.name() + " " + key.name();
                assertThat(key.description()).as(as).matches("(?s)[A-Z].*\\.");
                assertThat(key.example()).as(as).isNotBlank();
                assertThat(key.byDefault().isEmpty()).as(as).isEqualTo(key.required());
            }
        }
    }

    @Test
    void examples_ofAllKeys_areTakenBySchemaOfTheirKey() throws IOException {
        for (ScenarioSchema.Key key : new ScenarioSchema().elements().get(0).keys()) {
            String file = Files.readString(FILES.resolve("good/second-attempt.yaml"));
            String others = Stream.of(file.split("\n(?=[a-z])"))
                    .filter(part -> !part.startsWith(key.name() + ":"))
                    .reduce("", (a, b) -> a + b + "\n");
            List<Error> errors = SCHEMA.validate(others + key.name() + ": " + key.example() + "\n", InputFormat.YAML);
            assertThat(errors).as(key.name()).isEmpty();
        }
    }
}
