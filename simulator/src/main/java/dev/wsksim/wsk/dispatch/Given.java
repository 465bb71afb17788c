package dev.wsksim.wsk.dispatch;

import org.jspecify.annotations.Nullable;

/** Refuses {@code null} where C has a number: no driver can pass it, so it is a mistake of the Java program. */
final class Given {

    private Given() {}

    /**
     * Returns the value.
     *
     * @throws NullPointerException naming the function and its parameter when it is {@code null}
     */
    static <T> T given(@Nullable T value, String function, String parameter) {
        if (value == null) {
            throw new NullPointerException(function + ": " + parameter + " is a number in C, which cannot be null");
        }
        return value;
    }
}
