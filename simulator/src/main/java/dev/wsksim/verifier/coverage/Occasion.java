package dev.wsksim.verifier.coverage;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What has to happen in a run so that a rule has something to decide about.
 *
 * @param words what it is, as a noun
 * @param test tells whether a record shows it
 */
public record Occasion(String words, Predicate<TraceRecord> test) {

    /** Tells whether a record shows it. */
    public boolean isIn(TraceRecord record) {
        return test.test(record);
    }

    /** Records of a type. */
    static Occasion of(String words, Class<? extends TraceRecord> type) {
        return new Occasion(words, type::isInstance);
    }

    /** Records of a type that are of some kind. */
    static <R extends TraceRecord> Occasion of(String words, Class<R> type, Predicate<R> kind) {
        return new Occasion(words, record -> type.isInstance(record) && kind.test(type.cast(record)));
    }

    /** Calls of functions. */
    static Occasion calls(WskFunction... functions) {
        ImmutableSet<WskFunction> wanted = Sets.immutableEnumSet(Arrays.asList(functions));
        String names = wanted.stream().map(WskFunction::name).collect(Collectors.joining(" or "));
        return calls("a call of " + names, call -> wanted.contains(call.function()));
    }

    /** Calls of some kind. */
    static Occasion calls(String words, Predicate<WskCallEntered> kind) {
        return of(words, WskCallEntered.class, kind);
    }

    /** Calls of a control function with a code. */
    static Occasion control(WskFunction function, String... codes) {
        ImmutableSet<String> wanted = ImmutableSet.copyOf(codes);
        return calls(
                "a call of " + function + " with " + String.join(" or ", wanted),
                call -> call.function() == function
                        && wanted.contains(call.arguments().getOrDefault("ControlCode", "")));
    }

    /** Callbacks that have returned. */
    static Occasion callbacks(String... names) {
        ImmutableSet<String> wanted = ImmutableSet.copyOf(names);
        return of(
                "a call of the callback " + String.join(" or ", wanted),
                CallbackReturned.class,
                returned -> wanted.contains(returned.callback()));
    }

    /** Callbacks that have returned something. */
    static Occasion answer(String prefix, String value) {
        return of(
                "a callback " + prefix + " that returns " + value,
                CallbackReturned.class,
                returned -> returned.callback().startsWith(prefix)
                        && returned.returned().equals(value));
    }
}
