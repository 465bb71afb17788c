package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.CallbackExpectation;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what comes nearest to an expected call of an event callback: the same callback elsewhere in the list, or of another socket. */
final class CallbackNearest {

    private final ImmutableList<SeenCallback> seen;
    private final ImmutableList<TraceEntry> trace;

    /** Looks among the calls of a socket, and in the trace. */
    CallbackNearest(ImmutableList<SeenCallback> seen, ImmutableList<TraceEntry> trace) {
        this.seen = seen;
        this.trace = trace;
    }

    /** Tells where the expected callback came, and where the one that came is expected. */
    String swapped(ImmutableList<CallbackExpectation> wanted, int index) {
        EventCallback expected = wanted.get(index).callback();
        EventCallback actual = seen.get(index).callback();
        List<String> places = new ArrayList<>();
        later(index, one -> one.callback() == expected)
                .ifPresent(number -> places.add("the expected one came as callback " + number + ", at "
                        + seen.get(number - 1).at()));
        if (places.isEmpty()) {
            places.add(expected + " was not called after that");
        }
        for (int i = index + 1; i < wanted.size(); i++) {
            if (wanted.get(i).callback() == actual) {
                places.add("the one that came is expected as callback " + (i + 1) + ", in line "
                        + wanted.get(i).position().line());
                break;
            }
        }
        return String.join("; ", places);
    }

    /** Tells which later call of the same callback is as expected; empty where none is. */
    String laterOne(SeenCallback actual, Predicate<SeenCallback> fits) {
        int index = seen.indexOf(actual);
        return later(index, one -> one.callback() == actual.callback() && fits.test(one))
                .map(number -> seen.get(number - 1))
                .map(one -> "callback " + (seen.indexOf(one) + 1) + " is as expected in that, "
                        + one.at().since(actual.at()) + " later, at " + one.at())
                .orElse("");
    }

    private Optional<Integer> later(int index, Predicate<SeenCallback> fits) {
        for (int i = index + 1; i < seen.size(); i++) {
            if (fits.test(seen.get(i))) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** Tells how often a callback that is missing was called, of which socket, or what keeps it from being called. */
    String missing(EventCallback wanted, Optional<WskSocket> socket) {
        List<String> times = seen.stream()
                .filter(one -> one.callback() == wanted)
                .map(one -> one.at().toString())
                .toList();
        if (!times.isEmpty()) {
            return wanted + " was called " + (times.size() == 1 ? "once" : times.size() + " times") + ", at "
                    + String.join(", ", times);
        }
        int number = socket.map(WskSocket::number).orElse(0);
        return elsewhere(wanted, number)
                .or(() -> enabledText(number))
                .orElse("callbacks are off until SO_WSK_EVENT_CALLBACK or WSK_SET_STATIC_EVENT_CALLBACKS enables them");
    }

    private Optional<String> elsewhere(EventCallback wanted, int socket) {
        return trace.stream()
                .filter(entry -> entry.record() instanceof CallbackEntered entered
                        && entered.callback().equals(wanted.word())
                        && entered.socket() != socket)
                .findFirst()
                .map(entry -> wanted + " of socket " + ((CallbackEntered) entry.record()).socket()
                        + " comes nearest, at " + entry.time());
    }

    /** Returns the number of the entry of the first call that enabled callbacks of a socket, or 0. */
    long enabling(Optional<WskSocket> socket) {
        return enabled(socket.map(WskSocket::number).orElse(0))
                .map(TraceEntry::number)
                .orElse(0L);
    }

    private Optional<TraceEntry> enabled(int socket) {
        return trace.stream()
                .filter(entry -> entry.record() instanceof WskCallEntered call && enables(call, socket))
                .findFirst();
    }

    private Optional<String> enabledText(int socket) {
        return enabled(socket)
                .map(entry -> "callbacks were enabled at " + entry.time() + ": "
                        + ((WskCallEntered) entry.record()).arguments().getOrDefault("InputBuffer", ""));
    }

    private static boolean enables(WskCallEntered call, int socket) {
        String code = call.arguments().getOrDefault("ControlCode", "");
        return code.equals("WSK_SET_STATIC_EVENT_CALLBACKS")
                || (code.equals("SO_WSK_EVENT_CALLBACK") && call.subject().socket() == socket);
    }
}
