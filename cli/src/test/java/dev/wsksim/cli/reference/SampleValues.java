package dev.wsksim.cli.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of a type that differ in what they hold: every constant of an enum, every kind of a sealed type, and
 * records with each of their components in each of its values.
 */
final class SampleValues {

    /** The text and the name that nothing of the simulator's own has. */
    static final String MARK = "sample";

    /** How often a type may hold itself, as a packet that quotes a packet does. */
    private static final int MAX_DEPTH = 2;

    private final Deque<Class<?>> underWay = new ArrayDeque<>();

    /** Returns values of a type; none where it is not known how to make one. */
    List<Object> of(Class<?> type) {
        if (type == String.class) {
            return List.of(MARK);
        } else if (type == long.class || type == Long.class) {
            return List.of(1L, 2L);
        } else if (type == int.class || type == Integer.class) {
            return List.of(1, 0, 255);
        } else if (type == boolean.class) {
            return List.of(true, false);
        } else if (type == IpAddress.class) {
            return List.of(IpAddress.of("192.0.2.1"), IpAddress.of("2001:db8::1"));
        } else if (type == ByteSlice.class) {
            return List.of(ByteSlice.copyOf((byte) 1), ByteSlice.EMPTY);
        } else if (type == ImmutableIntArray.class) {
            return List.of(ImmutableIntArray.of(1, 2));
        } else if (type.isEnum()) {
            return Arrays.asList(type.getEnumConstants());
        }
        if (Collections.frequency(underWay, type) >= MAX_DEPTH) {
            return List.of();
        }
        underWay.push(type);
        try {
            return type.isRecord() ? records(type) : kinds(type);
        } finally {
            underWay.pop();
        }
    }

    private List<Object> kinds(Class<?> type) {
        List<Object> values = constants(type);
        if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                values.addAll(of(kind));
            }
        }
        return values;
    }

    private List<Object> records(Class<?> type) {
        List<Object> values = constants(type);
        RecordComponent[] components = type.getRecordComponents();
        List<List<@Nullable Object>> choices = new ArrayList<>();
        for (RecordComponent component : components) {
            choices.add(choices(component));
        }
        if (choices.stream().anyMatch(List::isEmpty)) {
            return values;
        }
        @Nullable Object[] first = choices.stream().map(choice -> choice.get(0)).toArray();
        make(type, components, first).ifPresent(values::add);
        for (int i = 0; i < components.length; i++) {
            for (Object choice : choices.get(i).subList(1, choices.get(i).size())) {
                @Nullable Object[] arguments = first.clone();
                arguments[i] = choice;
                make(type, components, arguments).ifPresent(values::add);
            }
        }
        return values;
    }

    private List<@Nullable Object> choices(RecordComponent component) {
        List<@Nullable Object> values = new ArrayList<>();
        Class<?> type = component.getType();
        if (type == Optional.class) {
            elements(component).forEach(element -> values.add(Optional.of(element)));
            values.add(Optional.empty());
        } else if (type == ImmutableList.class || type == ImmutableSet.class) {
            List<Object> elements = elements(component);
            values.add(type == ImmutableList.class ? ImmutableList.copyOf(elements) : ImmutableSet.copyOf(elements));
            values.add(type == ImmutableList.class ? ImmutableList.of() : ImmutableSet.of());
        } else if (type == ImmutableMap.class) {
            values.add(ImmutableMap.of(MARK, MARK));
        } else {
            values.addAll(of(type));
        }
        AnnotatedType annotated = component.getAnnotatedType();
        if (annotated.isAnnotationPresent(Nullable.class)) {
            values.add(null);
        }
        return values;
    }

    private List<Object> elements(RecordComponent component) {
        Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return element instanceof Class<?> known ? of(known) : List.of();
    }

    private static List<Object> constants(Class<?> type) {
        List<Object> values = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                field.setAccessible(true);
                try {
                    values.add(field.get(null));
                } catch (IllegalAccessException impossible) {
                    throw new AssertionError("fields were made accessible", impossible);
                }
            }
        }
        return values;
    }

    /** Returns the record with these components, unless it refuses them. */
    private static Optional<Object> make(Class<?> type, RecordComponent[] components, @Nullable Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("every record has a canonical constructor", impossible);
        }
    }
}
