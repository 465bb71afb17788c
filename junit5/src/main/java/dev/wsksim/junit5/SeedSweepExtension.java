package dev.wsksim.junit5;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Plays a {@link SeedSweep}: one invocation for each seed, and at the end which seeds failed. */
final class SeedSweepExtension implements TestTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(SeedSweepExtension.class);
    private static final String SEED = "seed";

    private SeedSweepExtension() {}

    /** Returns the seed that a test is played with, if it is one of a sweep. */
    static OptionalLong seedOf(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(SEED, Long.class))
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), SeedSweep.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        SeedSweep sweep = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), SeedSweep.class)
                .orElseThrow();
        if (sweep.value() < 1) {
            throw new JUnitException("@SeedSweep(" + sweep.value() + ") has no seed to play");
        }
        Optional<Long> only = SettingsReader.methodSeed(context).or(() -> SettingsReader.seedParameter(context));
        LongStream seeds = only.map(LongStream::of)
                .orElseGet(() ->
                        LongStream.iterate(sweep.first(), seed -> seed + 1).limit(sweep.value()));
        SweepTally tally = new SweepTally(context);
        context.getStore(NAMESPACE).put(SweepTally.class, tally);
        return seeds.mapToObj(seed -> new Invocation(seed, tally));
    }

    /** One test of the sweep. */
    private record Invocation(long seed, SweepTally tally) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new SeedOfInvocation(seed), new Watch(seed, tally));
        }
    }

    /** Tells the tally what came of a test; by then every extension has done what it does after a test, the audit too. */
    private record Watch(long seed, SweepTally tally) implements TestWatcher {
        @Override
        public void testSuccessful(ExtensionContext context) {
            tally.played(seed, false);
        }

        @Override
        public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
            tally.played(seed, false);
        }

        @Override
        public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
            tally.played(seed, true);
        }
    }

    /** Notes the seed before the constructor of the test class can ask for the world; or later, where there is an instance already. */
    private record SeedOfInvocation(long seed) implements TestInstancePreConstructCallback, BeforeEachCallback {
        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            note(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            note(context);
        }

        private void note(ExtensionContext context) {
            context.getStore(NAMESPACE).put(SEED, seed);
        }
    }
}
