package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.file.FileSearch;
import java.io.IOException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of all that the engine has found. */
final class EngineNode extends EngineDescriptor implements Node<PlayParameters> {
    private final FileSearch search;

    /** Makes the root of what a search finds; the search is closed when all tests have ended. */
    EngineNode(UniqueId id, FileSearch search) {
        super(id, "wsksim scenarios");
        this.search = search;
    }

    @Override
    public void cleanUp(PlayParameters parameters) throws IOException {
        search.close();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
