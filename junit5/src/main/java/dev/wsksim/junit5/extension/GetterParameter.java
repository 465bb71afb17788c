package dev.wsksim.junit5.extension;

import java.util.function.Function;

/** A parameter that is one look into the world. */
record GetterParameter<T>(Class<T> type, Function<TestWorld, T> getter) implements TestParameter<T> {
    @Override
    public T of(TestWorld world) {
        return getter.apply(world);
    }
}
