package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A list of values of one type.
 *
 * @param <T> the type of the elements
 */
final class ListType<T> implements ValueType<ImmutableList<T>> {
    private final ValueType<T> item;
    private final Alone alone;
    private final int least;

    /** What a value that is not in a list means. */
    private enum Alone {
        REFUSED,
        LIST_OF_ONE
    }

    private ListType(ValueType<T> item, Alone alone, int least) {
        this.item = item;
        this.alone = alone;
        this.least = least;
    }

    /** Returns the type of lists, the empty list included. */
    static <T> ListType<T> of(ValueType<T> item) {
        return new ListType<>(item, Alone.REFUSED, 0);
    }

    /** Returns the type of lists with at least one element. */
    static <T> ListType<T> ofSome(ValueType<T> item) {
        return new ListType<>(item, Alone.REFUSED, 1);
    }

    /** Returns the type of lists with at least one element, in which a single value needs no brackets. */
    static <T> ListType<T> oneOrMore(ValueType<T> item) {
        return new ListType<>(item, Alone.LIST_OF_ONE, 1);
    }

    @Override
    public Optional<ImmutableList<T>> read(Node node, Problems problems) {
        if (!(node instanceof Node.Sequence list)) {
            if (alone == Alone.LIST_OF_ONE && !node.isNothing()) {
                return item.read(node, problems).map(ImmutableList::of);
            }
            reportMismatch(node, problems);
            return Optional.empty();
        }
        if (list.items().size() < least) {
            problems.report(list, "this list is empty", "expected " + item.label());
            return Optional.empty();
        }
        ImmutableList<T> items = readItems(list, problems);
        return items.size() < least ? Optional.empty() : Optional.of(items);
    }

    /** An element that is wrong has been reported and is left out, so that the other elements are judged too. */
    private ImmutableList<T> readItems(Node.Sequence list, Problems problems) {
        ImmutableList.Builder<T> items = ImmutableList.builder();
        for (Node node : list.items()) {
            item.read(node, problems).ifPresent(items::add);
        }
        return items.build();
    }

    @Override
    public String label() {
        return alone == Alone.LIST_OF_ONE
                ? item.label() + " or a list of such"
                : "a list, each element " + item.label();
    }

    @Override
    public ImmutableList<String> words() {
        return item.words();
    }

    @Override
    public ImmutableMap<String, Object> schema(Definitions definitions) {
        ImmutableMap<String, Object> one = item.schema(definitions);
        ImmutableMap<String, Object> list = ImmutableMap.of("type", "array", "items", one, "minItems", least);
        ImmutableList<Object> forms = alone == Alone.LIST_OF_ONE
                ? ImmutableList.of(list, one, ScalarTypes.VARIABLE_SCHEMA)
                : ImmutableList.of(list, ScalarTypes.VARIABLE_SCHEMA);
        return Json.object("anyOf", forms);
    }

    @Override
    public void visitElements(Consumer<ElementType<?>> visitor) {
        item.visitElements(visitor);
    }
}
