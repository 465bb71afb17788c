package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The language described for editors, as JSON Schema 2020-12, and for readers, as tables. Both come from the binder's
 * own tables.
 */
public final class ScenarioSchema {
    private final ElementType<Bound> scenario;

    /** Makes the description of the language with these functions. */
    public ScenarioSchema(FunctionParameters functions) {
        this.scenario = new ScenarioElement(functions).element();
    }

    /** Makes the description of the language with the functions of {@link DocumentedFunctions}. */
    public ScenarioSchema() {
        this(new DocumentedFunctions());
    }

    /**
     * An element of the language.
     *
     * @param name its name, unique in the language
     * @param description what it says, in one sentence
     * @param keys its keys in the order in which they are explained
     */
    public record Element(String name, String description, ImmutableList<Key> keys) {}

    /**
     * A key of an element.
     *
     * @param name the key
     * @param type what its value is
     * @param words the words that a value or an element of a list is one of; empty where there is no such choice
     * @param required whether it must be there
     * @param byDefault what holds without it; empty when it is required
     * @param description what it says, in one sentence
     * @param example a value, as YAML
     */
    public record Key(
            String name,
            String type,
            ImmutableList<String> words,
            boolean required,
            String byDefault,
            String description,
            String example) {}

    /** Returns the JSON Schema of scenarios; the same text for the same version of the program. */
    public String text() {
        return text(scenario, "wsksim scenario, version 1");
    }

    /** Returns the JSON Schema of the parts that scenarios include. */
    public String partText() {
        return text(PartElement.of(scenario), "wsksim part of scenarios, version 1");
    }

    private static String text(ElementType<Bound> element, String title) {
        Definitions definitions = new Definitions();
        ImmutableMap<String, Object> root = element.schema(definitions);
        return Json.write(ImmutableMap.<String, Object>builder()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title)
                .putAll(root)
                .put("$defs", definitions.all())
                .buildOrThrow());
    }

    /** Returns all elements, the scenario first, each before the elements inside it, and the part last. */
    public ImmutableList<Element> elements() {
        Map<String, Element> found = new LinkedHashMap<>();
        collect(scenario, found);
        collect(PartElement.of(scenario), found);
        return ImmutableList.copyOf(found.values());
    }

    private static void collect(ElementType<?> element, Map<String, Element> found) {
        if (!found.containsKey(element.name())) {
            ImmutableList<Key> keys = element.fields().stream()
                    .map(field -> new Key(
                            field.name(),
                            field.type().label(),
                            field.type().words(),
                            field.required(),
                            field.byDefault(),
                            field.description(),
                            field.example()))
                    .collect(ImmutableList.toImmutableList());
            found.put(element.name(), new Element(element.name(), element.description(), keys));
            element.fields().forEach(field -> field.type().visitElements(inner -> collect(inner, found)));
        }
    }
}
