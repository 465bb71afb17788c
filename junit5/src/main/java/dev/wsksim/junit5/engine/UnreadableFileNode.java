package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.file.ScenarioFile;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A test that fails with what keeps a file, or a folder, from being read. */
final class UnreadableFileNode extends AbstractTestDescriptor implements Node<PlayParameters> {
    private final String problems;

    UnreadableFileNode(UniqueId id, ScenarioFile file, String problems) {
        super(id, "can be read", file.source(1, 1));
        this.problems = problems;
    }

    /** Makes one for a place where there is no file. */
    UnreadableFileNode(UniqueId id, String place, String problems) {
        super(id, place + " can be read");
        this.problems = problems;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public PlayParameters execute(PlayParameters parameters, DynamicTestExecutor dynamicTests) {
        throw new AssertionError(problems);
    }
}
