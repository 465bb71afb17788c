package dev.wsksim.junit5.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A folder or file that was selected by itself, and not through a class. */
final class PlaceNode extends AbstractTestDescriptor implements Node<PlayParameters> {
    PlaceNode(UniqueId id, String place) {
        super(id, place);
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
