package dev.wsksim.junit5;

import dev.wsksim.junit5.extension.Artefacts;
import dev.wsksim.junit5.extension.SettingTexts;
import dev.wsksim.junit5.extension.TestWorld;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/**
 * Writes the artefacts of tests: into the folder that a configuration parameter names, or else where JUnit keeps the files of tests.
 *
 * <p>Where they cannot be written the test does not fail for it; its message says why they are not there.
 */
final class ArtefactPublisher {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");

    /** The end of the unique ids of the invocations of a method, which have numbers. */
    private static final Pattern INVOCATION = Pattern.compile("\\[[a-z-]+:#([0-9]+)]$");

    private final ExtensionContext context;

    ArtefactPublisher(ExtensionContext context) {
        this.context = context;
    }

    /** Writes the artefacts of a test that has failed or passed, if they are wanted, and returns a line about where they are. */
    Optional<String> publish(TestWorld world, boolean failed) {
        Path[] written = new Path[1];
        try {
            if (!isWanted(failed)) {
                return Optional.empty();
            }
            Optional<String> folder = context.getConfigurationParameter(SettingTexts.ARTEFACTS_FOLDER);
            if (folder.isPresent()) {
                written[0] = Path.of(folder.get())
                        .resolve(UNSAFE.matcher(world.settings().testClass()).replaceAll("_"))
                        .resolve(nameOf(world));
                new Artefacts(world).write(written[0]);
            } else {
                context.publishDirectory("wsksim", target -> {
                    written[0] = target;
                    new Artefacts(world).write(target);
                });
            }
        } catch (IOException | RuntimeException e) {
            return Optional.of("artefacts could not be written: " + e.getMessage());
        }
        return Optional.of("artefacts: " + written[0]);
    }

    private boolean isWanted(boolean failed) {
        String when = context.getConfigurationParameter(SettingTexts.ARTEFACTS).orElse("failed");
        return switch (when) {
            case "failed" -> failed;
            case "always" -> true;
            case "never" -> false;
            default ->
                throw new JUnitException(
                        SettingTexts.ARTEFACTS + " is '" + when + "'; it may be failed, always, never");
        };
    }

    private String nameOf(TestWorld world) {
        Method method = context.getRequiredTestMethod();
        StringBuilder name = new StringBuilder(world.settings().testMethod());
        boolean overloaded = Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .anyMatch(other -> !other.equals(method) && other.getName().equals(method.getName()));
        if (overloaded) {
            Arrays.stream(method.getParameterTypes())
                    .forEach(type -> name.append('-').append(type.getSimpleName()));
        }
        Matcher invocation = INVOCATION.matcher(context.getUniqueId());
        if (invocation.find()) {
            name.append('-').append(invocation.group(1));
        }
        return UNSAFE.matcher(name).replaceAll("_");
    }
}
