package dev.wsksim.junit5.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of all that the engine has found. */
final class EngineNode extends EngineDescriptor implements Node<PlayParameters> {
    EngineNode(UniqueId id) {
        super(id, "wsksim scenarios");
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
