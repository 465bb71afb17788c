package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.Scenarios;
import dev.wsksim.junit5.file.FileSearch;
import dev.wsksim.junit5.file.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * Finds what a request asks for: classes with {@link Scenarios}, and scenario files.
 *
 * <p>Everything is asked for by the platform through selectors. A selector that this engine knows nothing about, such as one for
 * a method, is for other engines. The unique id of a test leads back to it: its first segment says where the search began,
 * the second names the file, and the third the scenario.
 */
final class Discovery {
    private static final String CLASS = "class";
    private static final String PLACE = "place";

    private final TestDescriptor root;
    private final FileSearch search;

    Discovery(TestDescriptor root, FileSearch search) {
        this.root = root;
        this.search = search;
    }

    void discover(EngineDiscoveryRequest request) {
        Predicate<String> wanted = Filter.composeFilters(request.getFiltersByType(ClassNameFilter.class))
                .toPredicate()
                .and(Filter.composeFilters(request.getFiltersByType(PackageNameFilter.class))
                        .toPredicate());
        request.getSelectorsByType(ClasspathRootSelector.class)
                .forEach(selector -> addRoot(Path.of(selector.getClasspathRoot()), wanted));
        request.getSelectorsByType(PackageSelector.class)
                .forEach(selector -> addAll(ReflectionSupport.findAllClassesInPackage(
                        selector.getPackageName(), Discovery::hasScenarios, wanted)));
        request.getSelectorsByType(ClassSelector.class).forEach(selector -> add(selector.getJavaClass(), wanted));
        request.getSelectorsByType(DirectorySelector.class)
                .forEach(selector -> addPlace(selector.getPath().toString()));
        request.getSelectorsByType(FileSelector.class)
                .forEach(selector -> addNamed(selector.getPath().toString()));
        request.getSelectorsByType(ClasspathResourceSelector.class)
                .forEach(selector -> addNamed("/" + selector.getClasspathResourceName()));
        addAgain(request.getSelectorsByType(UniqueIdSelector.class).stream()
                .map(UniqueIdSelector::getUniqueId)
                .toList());
    }

    private static boolean hasScenarios(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Scenarios.class);
    }

    private void addRoot(Path classpathRoot, Predicate<String> wanted) {
        addAll(ReflectionSupport.findAllClassesInClasspathRoot(classpathRoot.toUri(), Discovery::hasScenarios, wanted));
    }

    private void addAll(List<Class<?>> classes) {
        classes.forEach(found -> add(found, name -> true));
    }

    private void add(Class<?> testClass, Predicate<String> wanted) {
        Optional<Scenarios> annotation = AnnotationSupport.findAnnotation(testClass, Scenarios.class);
        if (annotation.isEmpty() || !wanted.test(testClass.getName())) {
            return;
        }
        UniqueId id = root.getUniqueId().append(CLASS, testClass.getName());
        if (root.getChildren().stream().anyMatch(child -> child.getUniqueId().equals(id))) {
            return;
        }
        TestDescriptor node = new ScenariosClassNode(id, testClass, annotation.get());
        root.addChild(node);
        ScenarioTests tests = new ScenarioTests(node, List.of(annotation.get().tags()));
        for (String place : annotation.get().value()) {
            addFiles(tests, place, testClass.getClassLoader());
        }
    }

    /** Adds a place that is selected by itself; a file counts only if its name says that it is a scenario. */
    private void addNamed(String place) {
        if (FileSearch.isScenario(place)) {
            addPlace(place);
        }
    }

    private void addPlace(String place) {
        UniqueId id = root.getUniqueId().append(PLACE, place);
        if (root.getChildren().stream().noneMatch(child -> child.getUniqueId().equals(id))) {
            PlaceNode node = new PlaceNode(id, place);
            addFiles(new ScenarioTests(node, List.of()), place, Discovery.class.getClassLoader());
            if (!node.getChildren().isEmpty()) {
                root.addChild(node);
            }
        }
    }

    private void addFiles(ScenarioTests tests, String place, ClassLoader loader) {
        try {
            List<ScenarioFile> files = search.in(place, loader);
            if (files.isEmpty()) {
                tests.addMissing(place, search.whyNothing(place));
            }
            files.forEach(tests::add);
        } catch (IOException | UncheckedIOException e) {
            tests.addMissing(place, place + " cannot be read: " + e.getMessage());
        }
    }

    /** Finds again what ids speak of: the search begins where it began before, and what no id asks for is left out. */
    private void addAgain(List<UniqueId> ids) {
        Set<TestDescriptor> before = new LinkedHashSet<>(root.getChildren());
        ids.forEach(this::addTop);
        for (TestDescriptor top : List.copyOf(root.getChildren())) {
            if (!before.contains(top)) {
                prune(top, ids);
            }
        }
    }

    private void addTop(UniqueId id) {
        if (!id.hasPrefix(root.getUniqueId()) || id.getSegments().size() < 2) {
            return;
        }
        UniqueId.Segment top = id.getSegments().get(1);
        if (top.getType().equals(CLASS)) {
            ReflectionSupport.tryToLoadClass(top.getValue()).toOptional().ifPresent(found -> add(found, name -> true));
        } else if (top.getType().equals(PLACE)) {
            addPlace(top.getValue());
        }
    }

    private static void prune(TestDescriptor node, List<UniqueId> wanted) {
        if (wanted.stream().anyMatch(id -> node.getUniqueId().hasPrefix(id))) {
            return;
        }
        if (wanted.stream().noneMatch(id -> id.hasPrefix(node.getUniqueId()))) {
            node.removeFromHierarchy();
            return;
        }
        List.copyOf(node.getChildren()).forEach(child -> prune(child, wanted));
    }
}
