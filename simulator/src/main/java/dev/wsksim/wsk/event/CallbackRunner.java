package dev.wsksim.wsk.event;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs event callbacks of the driver: at the IRQL that a decision gives, in an arbitrary thread context, counted, so
 * that disabling and closing can wait for them, and reported.
 *
 * <p>A callback is always run from an event of the loop of its own, never inside a call of the driver. Source:
 * winsock-kernel-events and the page of each callback.
 */
public final class CallbackRunner {

    private final WskEnvironment environment;

    /** Makes the runner of one host's WSK subsystem. */
    public CallbackRunner(WskEnvironment environment) {
        this.environment = environment;
    }

    /** Chooses the IRQL of the next callback of a socket. */
    public CallbackIrql chooseIrql(WskSocket socket) {
        return CallbackIrql.ofAnswer(environment.decisions().choose(WskDecisions.EVENT_IRQL, socket.number()));
    }

    /**
     * Runs a callback and returns what it returned.
     *
     * @param socket the socket whose callback it is
     * @param callback its C name
     * @param event the event that enables it; null for the inspect and abort callbacks
     * @param irql the IRQL from {@link #chooseIrql}
     * @param arguments the arguments as text, asked for where the trace is active
     * @param body calls the driver
     * @param detail what follows from the returned value, asked for where the trace is active
     */
    public <R> R run(
            WskSocket socket,
            String callback,
            @Nullable EventFlag event,
            CallbackIrql irql,
            Supplier<ImmutableMap<String, String>> arguments,
            Supplier<R> body,
            Function<R, String> detail) {
        EventCallbacks events = socket.events();
        if (environment.trace().isActive()) {
            environment.trace().emit(new CallbackEntered(callback, socket.number(), irql.irql(), arguments.get()));
        }
        events.entered(event);
        Irql old = environment.processor().switchIrql(irql.irql());
        R returned;
        try {
            returned = body.get();
            environment.processor().requireRestored(irql.irql(), callback);
        } finally {
            environment.processor().switchIrql(old);
        }
        if (returned == null && !callback.equals(WskCallback.WskInspectEvent.name())) {
            throw new NullPointerException(callback + " returned null; an NTSTATUS is a number in C");
        }
        if (environment.trace().isActive()) {
            environment
                    .trace()
                    .emit(new CallbackReturned(
                            callback, socket.number(), String.valueOf(returned), detail.apply(returned)));
        }
        events.left(event);
        socket.goOnClosing();
        return returned;
    }
}
