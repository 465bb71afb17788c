package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.file.ScenarioFile;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A scenario file; its tests are its scenarios, one unless it has a matrix. */
final class ScenarioFileNode extends AbstractTestDescriptor implements Node<PlayParameters> {
    ScenarioFileNode(UniqueId id, ScenarioFile file) {
        super(id, file.displayName(), file.source(1, 1));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
