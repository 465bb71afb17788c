package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.report.JsonReport;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what {@code --json} writes to the schema in the program, which the documentation has and links. */
class ResultSchemaTest {
    private final Shell shell = new Shell();

    ResultSchemaTest() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.bundle = BundledScenarios.shipped();
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonReport.schemaText(), InputFormat.JSON);
    }

    @Test
    void page_linksAllSchemas() throws IOException {
        for (String schema : List.of("result-1", "trace-1", "scenario-1")) {
            assertThat(Files.readString(Path.of("../docs/artefacts.md")))
                    .contains("(reference/" + schema + ".schema.json)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsk/WskSocketConnect", "wsk/WskSend", "net", "lessons", "clients", "observed", "kernel"})
    void results_ofManyBundledScenarios_fitIt(String folder) throws IOException {
        shell.run("run", folder, "--decisions", "seeded", "--netstat-at", "5ms", "--json", "result.json");

        String result = Files.readString(shell.files.getPath("result.json"));
        assertThat(result).contains("\"schema\": 1").contains("\"digest\"");
        assertThat(schema().validate(result, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(result.replaceFirst("\"seed\"", "\"sead\""), InputFormat.JSON))
                .isNotEmpty();
    }
}
