package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.file.ScenarioFile;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Puts the tests of scenario files under a container. */
final class ScenarioTests {
    private static final String FILE = "file";
    private static final String SCENARIO = "scenario";

    private final ScenarioLoader loader = new ScenarioLoader();
    private final TestDescriptor parent;
    private final List<String> tags;

    /** Makes one that takes only scenarios with one of the tags, or with no tags in the list all. */
    ScenarioTests(TestDescriptor parent, List<String> tags) {
        this.parent = parent;
        this.tags = List.copyOf(tags);
    }

    /** Adds a file; one that was added already is not added again. */
    void add(ScenarioFile file) {
        UniqueId id = parent.getUniqueId().append(FILE, file.name());
        if (parent.getChildren().stream().anyMatch(child -> child.getUniqueId().equals(id))) {
            return;
        }
        ScenarioFileNode node = new ScenarioFileNode(id, file);
        LoadResult loaded = file.load(loader);
        if (!loaded.isUsable()) {
            node.addChild(new UnreadableFileNode(id.append(SCENARIO, "problems"), file, loaded.renderProblems()));
        }
        loaded.variants().stream()
                .filter(this::isWanted)
                .forEach(scenario ->
                        node.addChild(new ScenarioNode(id.append(SCENARIO, scenario.displayName()), file, scenario)));
        if (!node.getChildren().isEmpty()) {
            parent.addChild(node);
        }
    }

    /** Adds a test that fails because there is nothing at a place. */
    void addMissing(String place, String why) {
        parent.addChild(new UnreadableFileNode(parent.getUniqueId().append(FILE, place), place, why));
    }

    private boolean isWanted(Scenario scenario) {
        return tags.isEmpty() || scenario.tags().stream().anyMatch(tags::contains);
    }
}
