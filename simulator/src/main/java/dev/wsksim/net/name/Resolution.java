package dev.wsksim.net.name;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to a resolver under way. It ends with a call of its listener, which gets either the result or the failure, at
 * once or later, or by being cancelled.
 *
 * @param <T> what is looked for
 */
public final class Resolution<T> {

    private final BiConsumer<@Nullable T, @Nullable DnsFailure> listener;
    private @Nullable DnsQuestion question;

    Resolution(BiConsumer<@Nullable T, @Nullable DnsFailure> listener) {
        this.listener = listener;
    }

    void ask(DnsQuestion asked) {
        question = asked;
        asked.ask();
    }

    void found(T result) {
        listener.accept(result, null);
    }

    void failed(DnsFailure failure) {
        listener.accept(null, failure);
    }

    /** Gives the request up; its listener is not called any more. */
    public void cancel() {
        if (question != null) {
            question.cancel();
        }
    }
}
