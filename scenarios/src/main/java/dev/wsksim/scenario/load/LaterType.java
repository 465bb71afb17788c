package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A type that is asked for only when something is read, for elements that contain others of their own kind.
 *
 * @param <T> what it is in the model
 */
final class LaterType<T> implements ValueType<T> {
    private final String label;
    private final Supplier<ElementType<T>> type;

    LaterType(String label, Supplier<ElementType<T>> type) {
        this.label = label;
        this.type = type;
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        return type.get().read(node, problems);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return type.get().schema(definitions);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        visitor.accept(type.get());
    }
}
