package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What is changed in a scenario of somebody else before it is played: parts of its world, some of its steps, and whether
 * what its steps expect still counts. The scenario's own lines keep their places, and so do those of the patch.
 */
public final class ScenarioPatch {
    /** Changes nothing. */
    public static final ScenarioPatch NONE = new ScenarioPatch(ImmutableMap.of(), ImmutableList.of(), false);

    private final ImmutableMap<String, Node.Entry> world;
    private final ImmutableList<StepEdit> edits;
    private final boolean withoutExpectations;

    private ScenarioPatch(
            ImmutableMap<String, Node.Entry> world, ImmutableList<StepEdit> edits, boolean withoutExpectations) {
        this.world = world;
        this.edits = edits;
        this.withoutExpectations = withoutExpectations;
    }

    /** Makes a patch that replaces whole keys of a scenario, and edits its steps in this order. */
    static ScenarioPatch of(Iterable<Node.Entry> world, ImmutableList<StepEdit> edits) {
        ImmutableMap.Builder<String, Node.Entry> keys = ImmutableMap.builder();
        world.forEach(entry -> keys.put(entry.key().text(), entry));
        return new ScenarioPatch(keys.buildKeepingLast(), edits, false);
    }

    /** Returns this patch with what the scenario itself expects taken out, of its steps and at its end. */
    ScenarioPatch withoutExpectations() {
        return new ScenarioPatch(world, edits, true);
    }

    /** Returns the keys of a scenario that are replaced. */
    public ImmutableSet<String> keys() {
        return world.keySet();
    }

    /** Tells whether a scenario has all the steps that are to be edited; one that cannot be read has none. */
    public boolean fits(String name, String text) {
        Optional<Node> steps = YamlTree.parse(SourceReader.ofText(name, text)).flatMap(root -> root.find("steps"));
        return steps.isPresent()
                && edits.stream().allMatch(edit -> !edit.apply(steps.get()).equals(steps.get()));
    }

    /** Returns the scenario's tree with the changes. */
    Node.Mapping apply(Node.Mapping root) {
        ImmutableList.Builder<Node.Entry> entries = ImmutableList.builder();
        for (Node.Entry entry : root.entries()) {
            String key = entry.key().text();
            if (!world.containsKey(key) && !(withoutExpectations && key.equals("expect"))) {
                entries.add(key.equals("steps") ? new Node.Entry(entry.key(), steps(entry.value())) : entry);
            }
        }
        world.values().stream().filter(entry -> !entry.value().isNothing()).forEach(entries::add);
        return new Node.Mapping(root.position(), root.width(), root.size(), entries.build());
    }

    private Node steps(Node written) {
        Node steps = withoutExpectations ? ExpectationRemoval.of(written) : written;
        for (StepEdit edit : edits) {
            steps = edit.apply(steps);
        }
        return steps;
    }

    /** Returns a key's value in a mapping, if there is one. */
    static Optional<Node> find(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.find(key) : Optional.empty();
    }
}
