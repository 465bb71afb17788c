package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.file.FileSearch;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * Plays scenario files as tests of the JUnit Platform.
 *
 * <p>It finds classes with {@link dev.wsksim.junit5.Scenarios}, and files whose name ends with {@code .wsk.yaml} where
 * directories, files, class path roots or class path resources are selected. Configuration parameters are those of {@link
 * PlayParameters}. Each scenario has a world of its own, so they may run side by side.
 */
public final class ScenarioTestEngine extends HierarchicalTestEngine<PlayParameters> {
    /** The id of the engine. */
    public static final String ID = "wsksim";

    /** Made by the platform, through its service file. */
    public ScenarioTestEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.wsksim");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("wsksim-junit5");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        ParameterNames.requireKnown(
                request.getConfigurationParameters().keySet(),
                System.getProperties().stringPropertyNames());
        PlayParameters.of(request.getConfigurationParameters());
        FileSearch search = new FileSearch();
        EngineNode root = new EngineNode(uniqueId, search);
        new Discovery(root, search).discover(request);
        return root;
    }

    @Override
    protected PlayParameters createExecutionContext(ExecutionRequest request) {
        return PlayParameters.of(request.getConfigurationParameters());
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        if (!PlayParameters.of(request.getConfigurationParameters()).parallel()) {
            return super.createExecutorService(request);
        }
        return new ForkJoinPoolHierarchicalTestExecutorService(new PrefixedConfigurationParameters(
                request.getConfigurationParameters(), PlayParameters.PARALLEL_PREFIX));
    }
}
