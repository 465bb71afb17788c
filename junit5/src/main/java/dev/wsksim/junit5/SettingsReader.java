package dev.wsksim.junit5;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.junit5.extension.ExpectedViolation;
import dev.wsksim.junit5.extension.SettingTexts;
import dev.wsksim.junit5.extension.TestSettings;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Finds with what a test is played: what its method says, else its class or a class around that, else the extension, else a configuration
 * parameter.
 */
final class SettingsReader {
    private final WsksimExtension.Builder extension;
    private final ExtensionContext context;
    private final OptionalLong swept;

    /** Makes one for a test; {@code swept} is the seed that a sweep has come to. */
    SettingsReader(WsksimExtension.Builder extension, ExtensionContext context, OptionalLong swept) {
        this.extension = extension;
        this.context = context;
        this.swept = swept;
    }

    TestSettings read() {
        Configuration configuration = new Configuration(
                seed(),
                profile(),
                extension.configuration().limits(),
                extension.configuration().decisions());
        return new TestSettings(
                context.getRequiredTestClass().getName(),
                context.getRequiredTestMethod().getName(),
                configuration,
                decisions(),
                extension.rules(),
                extension.topology(),
                AnnotationSupport.findRepeatableAnnotations(context.getRequiredTestMethod(), ExpectViolation.class)
                        .stream()
                        .map(expected -> new ExpectedViolation(expected.value(), expected.atLeast(), expected.atMost()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private long seed() {
        if (swept.isPresent()) {
            return swept.getAsLong();
        }
        return annotation(context, Seed.class)
                .map(Seed::value)
                .or(() -> Optional.of(extension.configuration().seed())
                        .filter(seed -> seed != Configuration.DEFAULT_SEED))
                .or(() -> seedParameter(context))
                .orElse(Configuration.DEFAULT_SEED);
    }

    /** Returns the seed that an annotation of the method itself says. */
    static Optional<Long> methodSeed(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Seed.class)
                .map(Seed::value);
    }

    /** Returns the seed that the configuration parameter says. */
    static Optional<Long> seedParameter(ExtensionContext context) {
        return context.getConfigurationParameter(SettingTexts.SEED)
                .map(text -> SettingTexts.seed(SettingTexts.SEED, text));
    }

    private dev.wsksim.Profile profile() {
        return annotation(context, Profile.class)
                .map(Profile::value)
                .or(() -> Optional.of(extension.configuration().profile())
                        .filter(profile -> profile != dev.wsksim.Profile.DEFAULT))
                .or(() -> context.getConfigurationParameter(SettingTexts.PROFILE)
                        .map(label -> SettingTexts.profile(SettingTexts.PROFILE, label)))
                .orElse(dev.wsksim.Profile.DEFAULT);
    }

    private Optional<DecisionMode> decisions() {
        return annotation(context, Decisions.class)
                .map(said -> said.value().mode())
                .or(() -> context.getConfigurationParameter(SettingTexts.DECISIONS)
                        .map(label -> SettingTexts.decisions(SettingTexts.DECISIONS, label)));
    }

    private static <A extends Annotation> Optional<A> annotation(ExtensionContext context, Class<A> type) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), type)
                .or(() -> AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), type, context.getEnclosingTestClasses()));
    }
}
