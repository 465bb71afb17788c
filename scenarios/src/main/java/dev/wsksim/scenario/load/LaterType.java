package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A type that is asked for only when something is read: for elements that contain others of their own kind, and for those
 * that few scenarios have, whose tables need not be made for the others.
 *
 * @param <T> what it is in the model
 */
final class LaterType<T> implements ValueType<T> {
    private final Supplier<String> label;
    private final Supplier<? extends ValueType<T>> type;

    private LaterType(Supplier<String> label, Supplier<? extends ValueType<T>> type) {
        this.label = label;
        this.type = type;
    }

    LaterType(String label, Supplier<ElementType<T>> type) {
        this(() -> label, type);
    }

    /** Returns a type whose label, too, is asked for later. */
    static <T> LaterType<T> of(Supplier<? extends ValueType<T>> type) {
        return new LaterType<>(() -> type.get().label(), type);
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        return type.get().read(node, problems);
    }

    @Override
    public String label() {
        return label.get();
    }

    @Override
    public ImmutableList<String> words() {
        return type.get().words();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        return type.get().schema(definitions);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        type.get().visitElements(visitor);
    }

    @Override
    public void reportMismatch(Node node, Problems problems) {
        type.get().reportMismatch(node, problems);
    }
}
