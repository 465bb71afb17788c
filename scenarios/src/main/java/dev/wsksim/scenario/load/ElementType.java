package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An element of the language: a mapping whose keys are known. Its table of fields is the only place where a key is
 * defined.
 *
 * @param <T> what the element is in the model
 */
final class ElementType<T> implements ValueType<T> {
    private final String name;
    private final String description;
    private final ImmutableList<Field<?>> fields;
    private final Function<Bound, Optional<T>> factory;

    private ElementType(
            String name, String description, ImmutableList<Field<?>> fields, Function<Bound, Optional<T>> factory) {
        this.name = name;
        this.description = description;
        this.fields = fields;
        this.factory = factory;
    }

    /** Returns an element whose model object is made from the values of its fields. */
    static <T> ElementType<T> of(
            String name, String description, ImmutableList<Field<?>> fields, Function<Bound, T> factory) {
        return new ElementType<>(name, description, fields, factory.andThen(Optional::of));
    }

    /** Returns an element whose factory may report a problem of the fields together and return nothing. */
    static <T> ElementType<T> checked(
            String name, String description, ImmutableList<Field<?>> fields, Function<Bound, Optional<T>> factory) {
        return new ElementType<>(name, description, fields, factory);
    }

    /**
     * Returns an element whose values are put together by whoever reads it, often because its name is the key before
     * it.
     */
    static ElementType<Bound> values(String name, String description, ImmutableList<Field<?>> fields) {
        return of(name, description, fields, Function.identity());
    }

    /** Returns the element's name, without an article. */
    String name() {
        return name;
    }

    /** Returns a sentence on what the element says. */
    String description() {
        return description;
    }

    /** Returns the table of fields. */
    ImmutableList<Field<?>> fields() {
        return fields;
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (!(node instanceof Node.Mapping mapping)) {
            String message = "expected " + label() + ", found " + node.kind();
            problems.report(node, message, label() + " is a mapping of these keys: " + String.join(", ", keys()));
            return Optional.empty();
        }
        int before = problems.count();
        Bound bound = new Bound(mapping, problems);
        Optional<T> value = readFields(bound, mapping, problems) ? factory.apply(bound) : Optional.empty();
        if (value.isEmpty() && problems.count() == before) {
            throw new AssertionError(label() + " at " + mapping.position() + " would be left out without a word");
        }
        return value;
    }

    /** Reads what can be read, even if a required key is missing. */
    Bound readValues(Node.Mapping mapping, Problems problems) {
        Bound bound = new Bound(mapping, problems);
        readFields(bound, mapping, problems);
        return bound;
    }

    private boolean readFields(Bound bound, Node.Mapping mapping, Problems problems) {
        reportUnknownKeys(mapping, problems);
        boolean usable = true;
        for (Field<?> field : fields) {
            usable &= field.readInto(bound, mapping, problems);
            if (field.required() && isMissing(field, mapping)) {
                String hint = "for example: " + field.name() + ": " + field.example();
                problems.report(mapping, "key '" + field.name() + "' is missing in " + label(), hint);
            }
        }
        return usable;
    }

    /** A key that was only misspelt has been reported as unknown, which is enough. */
    private boolean isMissing(Field<?> field, Node.Mapping mapping) {
        return mapping.find(field.name()).isEmpty()
                && mapping.entries().stream()
                        .filter(entry -> !entry.isNote())
                        .map(entry -> entry.key().text())
                        .filter(key -> !keys().contains(key))
                        .noneMatch(key -> Suggestion.closest(key, keys()).equals(field.name()));
    }

    private ImmutableList<String> keys() {
        return fields.stream().map(Field::name).collect(ImmutableList.toImmutableList());
    }

    private boolean isKnown(String key) {
        for (Field<?> field : fields) {
            if (field.name().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private void reportUnknownKeys(Node.Mapping mapping, Problems problems) {
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!entry.isNote() && !isKnown(key)) {
                String hint = key.equals("<<")
                        ? "merge keys are not part of YAML 1.2"
                        : Suggestion.hint(key, keys(), "known keys");
                String message = "unknown key '" + entry.key().abridged() + "' in " + label();
                problems.report(entry.key(), message, hint);
            }
        }
    }

    @Override
    public String label() {
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return definitions.reference(name, () -> body(definitions));
    }

    private ImmutableMap<String, Object> body(Definitions definitions) {
        ImmutableMap.Builder<String, Object> properties = ImmutableMap.builder();
        for (Field<?> field : fields) {
            properties.put(field.name(), property(field, definitions));
        }
        ImmutableMap.Builder<String, Object> body = ImmutableMap.builder();
        body.put("description", description);
        body.put("type", ImmutableList.of("object", "string"));
        body.put("pattern", ScalarTypes.VARIABLE_PATTERN);
        body.put("properties", properties.buildOrThrow());
        body.put("patternProperties", Json.object("^x-", true));
        body.put(
                "required",
                fields.stream().filter(Field::required).map(Field::name).collect(Collectors.toList()));
        body.put("additionalProperties", false);
        return body.buildOrThrow();
    }

    private static ImmutableMap<String, Object> property(Field<?> field, Definitions definitions) {
        String byDefault = field.byDefault().isEmpty() ? "" : " Default: " + field.byDefault() + ".";
        String text = field.description() + byDefault + " Example: " + field.name() + ": " + field.example();
        return ImmutableMap.<String, Object>builder()
                .put("description", text)
                .putAll(field.type().schema(definitions))
                .buildOrThrow();
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        visitor.accept(this);
    }
}
