package dev.wsksim.wsk;

import dev.wsksim.kernel.mm.PoolBlock;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the driver whose address it passes to WSK, to be read or filled.
 *
 * <p>One that is made in a block of memory is judged by that: whether it is resident and large enough, and whether the
 * driver leaves the block alone until the request is complete. Of any other one the memory is taken to be fine.
 *
 * @param <T> what the variable holds
 */
public final class Variable<T> {

    private final @Nullable PoolBlock memory;
    private @Nullable T value;

    /** Makes a variable that holds nothing yet. */
    public Variable() {
        memory = null;
    }

    /** Makes a variable that holds a value. */
    public Variable(T value) {
        memory = null;
        this.value = value;
    }

    private Variable(PoolBlock memory) {
        this.memory = memory;
    }

    /** Makes a variable that lies at the beginning of a block and holds nothing yet. */
    public static <T> Variable<T> in(PoolBlock block) {
        return new Variable<>(block);
    }

    /** Returns the memory that the variable lies in, or null where that is not said. */
    public @Nullable PoolBlock memory() {
        return memory;
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
