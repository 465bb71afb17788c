package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.Placed;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A type that is written like another one and is something else in the model.
 *
 * @param <S> what the written type gives
 * @param <T> what it is in the model
 */
final class MappedType<S, T> implements ValueType<T> {
    private final ValueType<S> written;
    private final BiFunction<S, Node, T> mapping;

    MappedType(ValueType<S> written, BiFunction<S, Node, T> mapping) {
        this.written = written;
        this.mapping = mapping;
    }

    /** Returns a type whose values know where they are written. */
    static <T> MappedType<T, Placed<T>> placed(ValueType<T> written) {
        return new MappedType<>(written, (value, node) -> new Placed<>(value, node.position()));
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        return written.read(node, problems).map(value -> mapping.apply(value, node));
    }

    @Override
    public String label() {
        return written.label();
    }

    @Override
    public ImmutableList<String> words() {
        return written.words();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return written.schema(definitions);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        written.visitElements(visitor);
    }
}
