package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.scenario.model.Baseline;
import dev.wsksim.scenario.model.Baseline.Accepted;
import dev.wsksim.scenario.model.Baseline.Spot;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file of accepted violations. */
class BaselineFileTest {
    private static final String WRITTEN = """
            wsksim-baseline: 1
            accepted:
              - file: "drivers/echo.yaml"
                variant: "family=ipv6"
                rule: WSK-SOCKET-006
                place: "WskSocket on \\"s\\" (2)"
                times: 3
                because: "shipped"
              - file: "drivers/time.yaml"
                rule: WSK-IRP-004
                place: "the end of the run"
            """;

    private static Accepted accepted(String file, String variant, String rule, String place, int times, String why) {
        return new Accepted(new Spot(file, variant, rule, place), times, why, SourcePosition.NONE);
    }

    private static String problems(String text) {
        return BaselineFile.read("b.yaml", text).problems().stream()
                .map(ScenarioProblem::render)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void text_isSortedAndReadBack() {
        Accepted first =
                accepted("drivers/echo.yaml", "family=ipv6", "WSK-SOCKET-006", "WskSocket on \"s\" (2)", 3, "shipped");
        Accepted second = accepted("drivers/time.yaml", "", "WSK-IRP-004", "the end of the run", 1, "");

        String text = BaselineFile.text(new Baseline(ImmutableList.of(second, first)));

        assertThat(text.substring(text.indexOf('\n') + 1)).isEqualTo(WRITTEN);
        BaselineFile.Loaded loaded = BaselineFile.read("b.yaml", text);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.baseline().accepted())
                .extracting(Accepted::spot)
                .containsExactly(first.spot(), second.spot());
        assertThat(loaded.baseline().accepted()).extracting(Accepted::times).containsExactly(3, 1);
        assertThat(loaded.baseline().accepted()).extracting(Accepted::because).containsExactly("shipped", "");
    }

    @Test
    void text_ofNothing_isReadBack() {
        BaselineFile.Loaded loaded = BaselineFile.read("b.yaml", BaselineFile.text(Baseline.EMPTY));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.baseline().accepted()).isEmpty();
    }

    @Test
    void wrongEntries_areToldWithPlaceAndHint() {
        assertThat(problems(WRITTEN.replace("SOCKET-006", "SOCKET-066")))
                .startsWith("b.yaml:5:11: unknown rule 'WSK-SOCKET-066'")
                .contains("hint: did you mean 'WSK-SOCKET-006'?");
        assertThat(problems(WRITTEN.replace("times: 3", "times: 0")))
                .startsWith("b.yaml:7:12: expected a number of times");
        assertThat(problems(WRITTEN.replace("place", "plaec")))
                .contains("b.yaml:6:5: unknown key 'plaec'", "hint: did you mean 'place'?");
        assertThat(problems(WRITTEN + """
              - { file: drivers/time.yaml, rule: WSK-IRP-004, place: the end of the run }
            """))
                .startsWith("b.yaml:12:38: rule 'WSK-IRP-004' is accepted at this place already");
        assertThat(problems("wsksim-baseline: 2\naccepted: []\n"))
                .startsWith("b.yaml:1:18: this program reads version 1 of baselines");
        assertThat(problems(""))
                .isEqualTo("b.yaml: the file holds no baseline\n  hint: it begins with 'wsksim-baseline: 1'");
        assertThat(problems("wsksim-baseline: 1\n")).contains("key 'accepted' is missing");
    }

    @Test
    void schema_takesWhatIsWritten_andRefusesOtherKeys() {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(BaselineFile.schemaText(), InputFormat.JSON);

        assertThat(schema.validate(WRITTEN, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(WRITTEN.replace("place", "plaec"), InputFormat.YAML))
                .isNotEmpty();
    }
}
