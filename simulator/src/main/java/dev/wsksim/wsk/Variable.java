package dev.wsksim.wsk;

import org.jspecify.annotations.Nullable;

/**
 * A variable of the driver whose address it passes to WSK, to be read or filled.
 *
 * @param <T> what the variable holds
 */
public final class Variable<T> {

    private @Nullable T value;

    /** Makes a variable that holds nothing yet. */
    public Variable() {}

    /** Makes a variable that holds a value. */
    public Variable(T value) {
        this.value = value;
    }

    /** Returns what the variable holds, or null where nothing was stored. */
    public @Nullable T get() {
        return value;
    }

    /** Stores a value. */
    public void set(T newValue) {
        value = newValue;
    }

    /** Stores a value of any type, as C does through a pointer to VOID: the driver has to know what it gets. */
    @SuppressWarnings("unchecked")
    public static void storeThroughVoid(Variable<?> variable, Object newValue) {
        ((Variable<Object>) variable).set(newValue);
    }
}
