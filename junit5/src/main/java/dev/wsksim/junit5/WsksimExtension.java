package dev.wsksim.junit5;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.junit5.extension.Audit;
import dev.wsksim.junit5.extension.TestFailures;
import dev.wsksim.junit5.extension.TestParameter;
import dev.wsksim.junit5.extension.TestWorld;
import dev.wsksim.junit5.extension.Topology;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.verifier.RulePolicy;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;
import org.opentest4j.TestAbortedException;

/**
 * Gives each test a simulated world of its own, hands its parts to the test as parameters, and looks at it when the test has passed.
 *
 * <p>{@link WsksimTest} and {@link SeedSweep} bring it along; other kinds of tests, such as parameterised ones, ask for it with {@code
 * @ExtendWith(WsksimExtension.class)}. With settings of its own it is a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WsksimExtension WSKSIM =
 *         WsksimExtension.builder().topology(simulation -> ...).build();
 * }</pre>
 *
 * <p>The world is made when a constructor, a {@code @BeforeEach} method or the test asks for a part of it. After a passed test, and its
 * {@code @AfterEach} methods, the audit runs: everything that is still to happen happens, and then nobody waits, no rule is broken, no
 * socket is open, no IRP is left, no list is retained, no registration remains; otherwise the test fails. Whatever fails, the message has what led
 * there, the seed, and how to repeat it. Tests may run side by side.
 */
public final class WsksimExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestInstantiationAwareExtension,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(WsksimExtension.class);
    private static final String OWNER = "owner";

    private final Builder settings;

    /** Makes one as annotations do, with ordinary settings. */
    public WsksimExtension() {
        this(new Builder());
    }

    private WsksimExtension(Builder settings) {
        this.settings = settings;
    }

    /** Begins to make one with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        claim(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        claim(context);
    }

    /** Where a class has one with settings, and its tests bring the ordinary one along, the one with settings does the work. */
    private void claim(ExtensionContext context) {
        if (settings.isOwn()) {
            context.getStore(NAMESPACE).put(OWNER, this);
        }
    }

    private boolean isOwner(ExtensionContext context) {
        @Nullable WsksimExtension owner = context.getStore(NAMESPACE).get(OWNER, WsksimExtension.class);
        return owner == null ? !settings.isOwn() : owner == this;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isOwner(context) && TestParameters.of(parameter.getParameter()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Parameter wanted = parameter.getParameter();
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("each test has a world of its own, so that "
                    + wanted.getType().getSimpleName()
                    + " can be a parameter of tests, @BeforeEach and @AfterEach methods,"
                    + " and of the constructor of a class whose tests each have an instance of their own");
        }
        TestParameter<?> known = TestParameters.of(wanted).orElseThrow();
        return known.of(world(context));
    }

    private TestWorld world(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        TestWorld.class,
                        key -> new TestWorld(
                                new SettingsReader(settings, context, SeedSweepExtension.seedOf(context)).read()),
                        TestWorld.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        throw explained(context, throwable);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw explained(context, throwable);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw explained(context, throwable);
    }

    private Throwable explained(ExtensionContext context, Throwable throwable) {
        TestWorld world = context.getStore(NAMESPACE).get(TestWorld.class, TestWorld.class);
        if (world == null || !isOwner(context) || throwable instanceof TestAbortedException) {
            return throwable;
        }
        return TestFailures.explained(throwable, world, publish(context, world, true));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (isOwner(context)) {
            TestWorld world = world(context);
            explaining(context, () -> end(context, world));
            if (context.getExecutionException().isEmpty()) {
                audit(context, world);
            }
        }
    }

    private void end(ExtensionContext context, TestWorld world) throws Exception {
        try {
            if (context.getExecutionException().isEmpty()) {
                world.passed();
            }
        } finally {
            world.end();
        }
    }

    /** Does something after the test's methods; what it throws gets what led there, the seed and how to repeat it. */
    private void explaining(ExtensionContext context, AfterTest after) throws Exception {
        try {
            after.run();
        } catch (RuntimeException | Error e) {
            Throwable thrown = explained(context, e);
            if (thrown instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Something that is done after the methods of a test. */
    @FunctionalInterface
    private interface AfterTest {
        void run() throws Exception;
    }

    private void audit(ExtensionContext context, TestWorld world) throws Exception {
        List<Finding> findings = new ArrayList<>();
        explaining(context, () -> findings.addAll(new Audit(world).run()));
        Optional<String> remark = publish(context, world, !findings.isEmpty());
        if (!findings.isEmpty()) {
            throw TestFailures.audit(ImmutableList.copyOf(findings), world, remark);
        }
    }

    /** Publishes once for each test, whatever else goes wrong after the first failure. */
    private static Optional<String> publish(ExtensionContext context, TestWorld world, boolean failed) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Published.class,
                        key -> new Published(new ArtefactPublisher(context).publish(world, failed)),
                        Published.class)
                .where();
    }

    /** Where the artefacts of a test are. */
    private record Published(Optional<String> where) {}

    /** Makes an extension with settings; each has a default. */
    public static final class Builder {
        private Configuration configuration = Configuration.DEFAULT;
        private Topology topology = Topology.CLIENT_AND_SERVER;
        private RulePolicy rules = RulePolicy.STRICT;
        private boolean own;

        private Builder() {}

        /** Returns the extension. */
        public WsksimExtension build() {
            Builder copy = new Builder();
            copy.configuration = configuration;
            copy.topology = topology;
            copy.rules = rules;
            copy.own = true;
            return new WsksimExtension(copy);
        }

        /**
         * Changes the configuration of worlds, which is {@link Configuration#DEFAULT} to begin with. Annotations of a test go before it, and it
         * goes before configuration parameters where it differs from the default.
         */
        public Builder configuration(UnaryOperator<Configuration> change) {
            configuration = change.apply(configuration);
            return this;
        }

        /** Says how worlds are built, which is {@link Topology#CLIENT_AND_SERVER} to begin with. */
        public Builder topology(Topology builds) {
            topology = builds;
            return this;
        }

        /** Says which broken rules fail a test, which are all to begin with. */
        public Builder rules(RulePolicy counting) {
            rules = counting;
            return this;
        }

        Configuration configuration() {
            return configuration;
        }

        Topology topology() {
            return topology;
        }

        RulePolicy rules() {
            return rules;
        }

        boolean isOwn() {
            return own;
        }
    }
}
