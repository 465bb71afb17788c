package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.wsksim.scenario.load.ScenarioSchema;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells about the keys and the elements of the scenario language. */
final class LanguageText {
    private static final String STEP = " step";
    private static final int LABEL_COLUMN = 16;

    private LanguageText() {}

    /** Returns what there is to say about a key or an element; empty when the language has none of this name. */
    static Optional<Consumer<TextLayout>> about(String name) {
        ImmutableList<ScenarioSchema.Element> elements = new ScenarioSchema().elements();
        ImmutableList<ScenarioSchema.Element> named = elements.stream()
                .filter(element -> element.name().equalsIgnoreCase(name)
                        || (element.name().equalsIgnoreCase(name + STEP)
                                && element.keys().stream()
                                        .noneMatch(key -> key.name().equalsIgnoreCase(name))))
                .collect(ImmutableList.toImmutableList());
        if (named.isEmpty() && keys(elements, name).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(layout -> {
            keys(elements, name).asMap().forEach((key, places) -> addKey(layout, ImmutableList.copyOf(places), key));
            named.forEach(element -> addElement(layout, element));
            layout.heading("All of the language")
                    .paragraph("docs/reference/scenario-language.md, and its JSON Schema beside it.");
        });
    }

    /** Returns the keys of this name with the elements that have them; what is the same in several comes once. */
    private static ImmutableListMultimap<ScenarioSchema.Key, ScenarioSchema.Element> keys(
            ImmutableList<ScenarioSchema.Element> elements, String name) {
        ImmutableListMultimap.Builder<ScenarioSchema.Key, ScenarioSchema.Element> keys =
                ImmutableListMultimap.builder();
        elements.forEach(element -> key(element, name).ifPresent(key -> keys.put(key, element)));
        return keys.build();
    }

    /** Returns all names of keys and elements. */
    static ImmutableList<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (ScenarioSchema.Element element : new ScenarioSchema().elements()) {
            names.add(element.name());
            element.keys().forEach(key -> names.add(key.name()));
        }
        return ImmutableList.copyOf(names);
    }

    private static Optional<ScenarioSchema.Key> key(ScenarioSchema.Element element, String name) {
        return element.keys().stream()
                .filter(key -> key.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void addKey(
            TextLayout layout, ImmutableList<ScenarioSchema.Element> places, ScenarioSchema.Key key) {
        layout.heading(key.name() + ", a key of: "
                + places.stream().map(ScenarioSchema.Element::name).collect(Collectors.joining(", ")));
        layout.paragraph(key.description());
        layout.item("value", LABEL_COLUMN, key.type() + words(key));
        layout.item("without it", LABEL_COLUMN, key.required() ? "it has to be there" : key.byDefault());
        layout.item("example", LABEL_COLUMN, key.name() + ": " + key.example());
        ScenarioSchema.Element first = places.get(0);
        if (first.name().endsWith(STEP) && first.keys().get(0).equals(key)) {
            addKeys(layout, first);
        }
    }

    private static String words(ScenarioSchema.Key key) {
        return key.words().isEmpty() ? "" : ": " + String.join(", ", key.words());
    }

    private static void addElement(TextLayout layout, ScenarioSchema.Element element) {
        layout.heading(element.name() + ", an element of the scenario language");
        layout.paragraph(element.description());
        addKeys(layout, element);
    }

    private static void addKeys(TextLayout layout, ScenarioSchema.Element element) {
        layout.heading("Its keys");
        element.keys().forEach(key -> layout.item(key.name(), LABEL_COLUMN, key.description()));
    }
}
