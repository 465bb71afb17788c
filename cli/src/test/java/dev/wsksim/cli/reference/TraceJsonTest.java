package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the lines of traces to the schema that the documentation has. */
class TraceJsonTest {

    private static final String ENTRY = "{\"number\":1,\"cause\":0,\"timeNanos\":5,\"layer\":\"kernel\","
            + "\"kind\":\"irp-freed\",\"fields\":{\"irp\":1},\"text\":\"IoFreeIrp: IRP 1\"}";

    private final Schema schema = schema();

    private static Schema schema() {
        try {
            String text =
                    Files.readString(Path.of("..", "docs", "reference", "trace-1.schema.json"), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Error> validate(String line) {
        return schema.validate(line, InputFormat.JSON);
    }

    @Test
    void lines_ofEveryBundledScenario_areAsTheSchemaSays() {
        Set<String> shapes = new LinkedHashSet<>();
        BundledRuns.forEach(result -> {
            assertThat(validate(TraceJson.header(header(result), result.trace().size())))
                    .as(result.name())
                    .isEmpty();
            for (TraceEntry entry : result.trace()) {
                String line = TraceJson.line(entry);
                assertThat(validate(line)).as(line).isEmpty();
                shapes.add(entry.record().kind());
            }
        });
        assertThat(shapes).hasSizeGreaterThan(30);
    }

    @Test
    void kinds_haveEveryClassOfRecords() {
        assertThat(RecordKinds.recordClasses()).hasSizeGreaterThan(40);
        assertThat(RecordKinds.all().unseen())
                .as("records that no bundled scenario has, and that SampleValues cannot make: give it values of the"
                        + " types of their components")
                .isEmpty();
    }

    @Test
    void classes_ofTheTrace_areRecords() {
        assertThat(RecordKinds.recordClasses()).allMatch(Class::isRecord);
    }

    @Test
    void schema_takesAnEntry() {
        assertThat(validate(ENTRY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"irp\":1|\"irp\":\"1\"",
                "\"irp\":1|\"irp\":1,\"more\":2",
                "\"irp\":1|",
                "irp-freed|irp-lost",
                "kernel|net",
                "\"cause\":0,|",
                "timeNanos\":5|timeNanos\":-5",
                "timeNanos\":5|timeNanos\":\"5ns\"",
                "\"text\"|\"words\""
            })
    void schema_refusesAnEntryThatIsOtherwise(String change) {
        int bar = change.indexOf('|');
        String line = ENTRY.replace(change.substring(0, bar), change.substring(bar + 1));

        assertThat(line).isNotEqualTo(ENTRY);
        assertThat(validate(line)).as(line).isNotEmpty();
    }

    private static TraceHeader header(ScenarioResult result) {
        return new TraceHeader(
                "1.2.3",
                result.name(),
                result.file(),
                result.seed(),
                result.profile().label(),
                result.digest());
    }
}
