package dev.wsksim.junit5.extension;

import java.util.function.Function;

/**
 * A type of parameter that tests can have.
 *
 * @param <T> the type
 */
public interface TestParameter<T> {
    /** Returns the type, exactly as the parameter has it. */
    Class<T> type();

    /**
     * Returns the argument for a test; called for each parameter of the type that its methods have.
     *
     * @throws org.junit.jupiter.api.extension.ParameterResolutionException when the test's world has no such thing
     */
    T of(TestWorld world);

    /** Makes a parameter of a getter. */
    static <T> TestParameter<T> of(Class<T> type, Function<TestWorld, T> getter) {
        return new GetterParameter<>(type, getter);
    }
}
