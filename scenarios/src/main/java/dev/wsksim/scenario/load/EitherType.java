package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value that is written as a single word in short, or as a list or mapping in full.
 *
 * @param <T> what both forms are in the model
 */
final class EitherType<T> implements ValueType<T> {
    private final ValueType<T> word;
    private final ValueType<T> structure;

    EitherType(ValueType<T> word, ValueType<T> structure) {
        this.word = word;
        this.structure = structure;
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (node.isNothing()) {
            reportMismatch(node, problems);
            return Optional.empty();
        }
        return node instanceof Node.Scalar ? word.read(node, problems) : structure.read(node, problems);
    }

    @Override
    public String label() {
        return word.label() + ", or " + structure.label();
    }

    @Override
    public ImmutableList<String> words() {
        return ImmutableList.<String>builder()
                .addAll(word.words())
                .addAll(structure.words())
                .build();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return Json.object("anyOf", ImmutableList.of(word.schema(definitions), structure.schema(definitions)));
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        word.visitElements(visitor);
        structure.visitElements(visitor);
    }
}
