package dev.wsksim.junit5.driver;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.function.Predicate;

/**
 * Callbacks of the driver that were called, in their order, as entries of a trace.
 *
 * @param entries the entries, whose records are {@link CallbackEntered}
 */
public record Callbacks(ImmutableList<TraceEntry> entries) {

    /** Returns all callbacks of a trace. */
    public static Callbacks called(TraceLog trace) {
        return new Callbacks(trace.entries().stream()
                .filter(entry -> entry.record() instanceof CallbackEntered)
                .collect(ImmutableList.toImmutableList()));
    }

    /** Returns those with a C name, such as {@code WskReceiveEvent}. */
    public Callbacks of(String name) {
        return where(entered -> entered.callback().equals(name));
    }

    /** Returns those of a socket. */
    public Callbacks of(WskSocket socket) {
        return where(entered -> entered.socket() == socket.number());
    }

    /** Returns their C names. */
    public ImmutableList<String> names() {
        return entries.stream()
                .map(entry -> ((CallbackEntered) entry.record()).callback())
                .collect(ImmutableList.toImmutableList());
    }

    private Callbacks where(Predicate<CallbackEntered> condition) {
        return new Callbacks(entries.stream()
                .filter(entry -> condition.test((CallbackEntered) entry.record()))
                .collect(ImmutableList.toImmutableList()));
    }

    /** Returns them a line each. */
    @Override
    public String toString() {
        return TraceText.of(entries);
    }
}
