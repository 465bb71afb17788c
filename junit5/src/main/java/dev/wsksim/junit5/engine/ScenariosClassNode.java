package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.Scenarios;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class with {@link Scenarios}, and in it the files that the annotation names. */
final class ScenariosClassNode extends AbstractTestDescriptor implements Node<PlayParameters> {
    private final Scenarios annotation;

    ScenariosClassNode(UniqueId id, Class<?> testClass, Scenarios annotation) {
        super(id, testClass.getSimpleName(), ClassSource.from(testClass));
        this.annotation = annotation;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public String getLegacyReportingName() {
        return getSource()
                .map(ClassSource.class::cast)
                .map(ClassSource::getClassName)
                .orElseThrow();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }

    @Override
    public PlayParameters prepare(PlayParameters parameters) {
        return parameters.overriddenBy(annotation.profile(), annotation.decisions());
    }
}
