package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value that is a word, a mapping or a list, each written in its own way.
 *
 * @param <T> what all of them are in the model
 */
final class FormsType<T> implements ValueType<T> {
    private final ValueType<T> word;
    private final ValueType<T> mapping;
    private final ValueType<T> list;

    FormsType(ValueType<T> word, ValueType<T> mapping, ValueType<T> list) {
        this.word = word;
        this.mapping = mapping;
        this.list = list;
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (node.isNothing()) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        if (node instanceof Node.Sequence) {
            return list.read(node, problems);
        }
        return node instanceof Node.Mapping ? mapping.read(node, problems) : word.read(node, problems);
    }

    @Override
    public String label() {
        return word.label() + ", or " + mapping.label() + ", or " + list.label();
    }

    @Override
    public ImmutableList<String> words() {
        return word.words();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return Json.object(
                "anyOf",
                ImmutableList.of(word.schema(definitions), mapping.schema(definitions), list.schema(definitions)));
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        mapping.visitElements(visitor);
        list.visitElements(visitor);
    }
}
