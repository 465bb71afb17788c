package dev.wsksim.junit5;

import com.google.common.collect.ImmutableList;
import dev.wsksim.junit5.file.FileSearch;
import dev.wsksim.junit5.file.ScenarioFile;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.JUnitException;

/** Loads the scenarios of a {@link ScenarioSource}. */
final class ScenarioArguments extends AnnotationBasedArgumentsProvider<ScenarioSource> {
    private static final String BUNDLED = "bundled:";

    private final ScenarioLoader loader = new ScenarioLoader();

    private ScenarioArguments() {}

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, ScenarioSource source) {
        List<Arguments> found = new ArrayList<>();
        for (String place : source.value()) {
            ImmutableList<Scenario> all = place.startsWith(BUNDLED)
                    ? bundled(place.substring(BUNDLED.length()))
                    : files(place, context.getRequiredTestClass().getClassLoader());
            all.stream()
                    .filter(scenario -> isWanted(scenario, List.of(source.tags())))
                    .forEach(scenario -> found.add(Arguments.of(Named.of(scenario.displayName(), scenario))));
        }
        if (found.isEmpty()) {
            throw new JUnitException("@ScenarioSource: no scenario of " + List.of(source.value())
                    + " has one of the tags " + List.of(source.tags()));
        }
        return found.stream();
    }

    private static boolean isWanted(Scenario scenario, List<String> tags) {
        return tags.isEmpty() || scenario.tags().stream().anyMatch(tags::contains);
    }

    private ImmutableList<Scenario> bundled(String name) {
        BundledScenarios bundle = BundledScenarios.shipped();
        ImmutableList<String> paths = bundle.select(name);
        if (paths.isEmpty()) {
            throw new JUnitException(
                    "@ScenarioSource: no scenario '" + name + "' comes with wsksim; wsksim list tells which do");
        }
        return paths.stream()
                .flatMap(path -> usable(bundle.load(path, loader)).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Scenario> files(String place, ClassLoader classes) {
        try (FileSearch search = new FileSearch()) {
            List<ScenarioFile> files = search.in(place, classes);
            if (files.isEmpty()) {
                throw new JUnitException("@ScenarioSource: " + search.whyNothing(place));
            }
            return files.stream()
                    .flatMap(file -> usable(file.load(loader)).stream())
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException("@ScenarioSource: " + place + " cannot be read", e);
        }
    }

    private static ImmutableList<Scenario> usable(LoadResult loaded) {
        if (!loaded.isUsable()) {
            throw new JUnitException("@ScenarioSource: a scenario cannot be read\n" + loaded.renderProblems());
        }
        return loaded.variants();
    }
}
