package dev.wsksim.scenario.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioFiles;
import dev.wsksim.scenario.load.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index and the folder of bundled scenarios, and how names select from them. */
class BundledScenariosTest {
    private static final Path FOLDER = Path.of("src/main/resources/scenarios");
    private static final BundledScenarios SAMPLE = new BundledScenarios(BundledScenariosTest.class, "/bundle-sample");

    /** Run with {@code -Dwsksim.golden=update} to write the index anew. */
    @Test
    void index_namesEveryScenarioInTheFolder() throws IOException {
        List<String> paths;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            paths = files.map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        if ("update".equals(System.getProperty("wsksim.golden"))) {
            Files.writeString(
                    FOLDER.resolve("index.txt"),
                    paths.stream().map(path -> path + "\n").collect(Collectors.joining()));
        }

        assertThat(Files.readAllLines(FOLDER.resolve("index.txt"))).containsExactlyElementsOf(paths);
    }

    @Test
    void shippedScenarios_loadWithoutAProblem_andTitlesAreTheirNames() {
        BundledScenarios bundle = BundledScenarios.shipped();
        for (String path : bundle.paths()) {
            LoadResult loaded = bundle.load(path, new ScenarioLoader());

            assertThat(loaded.renderProblems()).as(path).isEmpty();
            assertThat(loaded.variants().get(0).name()).as(path).isEqualTo(bundle.title(path));
        }
    }

    /** Who runs files of his own does not wait for the index. */
    @Test
    void index_isReadWhenAskedFor() {
        BundledScenarios nowhere = new BundledScenarios(BundledScenariosTest.class, "/no-such-bundle");

        assertThatIllegalStateException().isThrownBy(nowhere::paths).withMessageContaining("/no-such-bundle/index.txt");
    }

    @Test
    void select_pathNameOrFolder_givesPaths() {
        assertThat(SAMPLE.select("wsk/WskBind/quoted.yaml")).containsExactly("wsk/WskBind/quoted.yaml");
        assertThat(SAMPLE.select("wsk/WskBind/quoted")).containsExactly("wsk/WskBind/quoted.yaml");
        assertThat(SAMPLE.select("wsk")).hasSize(2).isEqualTo(SAMPLE.select("wsk/"));
        assertThat(SAMPLE.select("wsk/WskB")).isEmpty();
        assertThat(SAMPLE.select("")).isEmpty();
    }

    @Test
    void names_areFoldersAndScenarios() {
        assertThat(SAMPLE.names())
                .containsExactly(
                        "lessons", "lessons/first", "wsk", "wsk/WskBind", "wsk/WskBind/plain", "wsk/WskBind/quoted");
    }

    @Test
    void title_isTheNameWithoutQuotes() {
        assertThat(SAMPLE.title("wsk/WskBind/plain.yaml")).isEqualTo("a plain name");
        assertThat(SAMPLE.title("wsk/WskBind/quoted.yaml")).isEqualTo("a name: quoted");
        assertThat(SAMPLE.title("no/such.yaml")).isEmpty();
        assertThat(SAMPLE.text("../secret")).isEmpty();
    }

    @Test
    void parts_areNoScenarios_butHaveTexts() {
        BundledScenarios bundle = BundledScenarios.shipped();

        assertThat(bundle.parts()).contains("lessons/parts/two-hosts.part.yaml");
        assertThat(bundle.paths()).isNotEmpty().doesNotContainAnyElementsOf(bundle.parts());
        assertThat(bundle.select("lessons")).noneMatch(bundle.parts()::contains);
        assertThat(bundle.text("lessons/parts/two-hosts.part.yaml").orElseThrow())
                .contains("wsksim-part: 1");
    }

    @Test
    void files_areSeenFromTheFolderOfAScenario_andNeverOutsideOfAll() throws IOException {
        ScenarioFiles files = BundledScenarios.shipped().files();
        String lesson = "lessons/07-parts-an-echo.yaml";

        assertThat(files.beside(lesson, "parts/two-hosts.part.yaml")).hasValue("lessons/parts/two-hosts.part.yaml");
        assertThat(files.beside(lesson, "../net//./x.part.yaml")).hasValue("net/x.part.yaml");
        assertThat(files.beside(lesson, "../../secret.part.yaml")).isEmpty();
        assertThat(files.read("lessons/parts/two-hosts.part.yaml")).isNotEmpty();
        assertThatThrownBy(() -> files.read("lessons/no.part.yaml")).isInstanceOf(NoSuchFileException.class);
        assertThat(files.partsIn("lessons/parts/x")).containsExactly("connected.part.yaml", "two-hosts.part.yaml");
    }
}
