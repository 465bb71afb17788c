package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/** The event callbacks of a WSK client, each with the parameters that an expectation may compare, by their documented names. */
public enum EventCallback implements WordEnum {
    /** WskReceiveEvent. */
    RECEIVE("WskReceiveEvent", "Flags", "DataIndication", "BytesIndicated"),
    /** WskDisconnectEvent. */
    DISCONNECT("WskDisconnectEvent", "Flags"),
    /** WskSendBacklogEvent. */
    SEND_BACKLOG("WskSendBacklogEvent", "IdealBacklogSize"),
    /** WskAcceptEvent. */
    ACCEPT("WskAcceptEvent", "Flags", "LocalAddress", "RemoteAddress", "AcceptSocket"),
    /** WskInspectEvent. */
    INSPECT("WskInspectEvent", "LocalAddress", "RemoteAddress", "InspectID"),
    /** WskAbortEvent. */
    ABORT("WskAbortEvent", "InspectID"),
    /** WskReceiveFromEvent. */
    RECEIVE_FROM("WskReceiveFromEvent", "Flags", "DataIndication", "RemoteAddress");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list of texts
    private final ImmutableList<String> parameters;

    EventCallback(String word, String... parameters) {
        this.word = word;
        this.parameters = ImmutableList.copyOf(parameters);
    }

    @Override
    public String word() {
        return word;
    }

    /** Returns the parameters that an expectation may compare. */
    public ImmutableList<String> parameters() {
        return parameters;
    }

    /** Tells whether the callback is given data, which may be kept. */
    public boolean indicatesData() {
        return this == RECEIVE || this == RECEIVE_FROM;
    }

    /** Returns the callback with this C name, if there is one. */
    public static Optional<EventCallback> named(String name) {
        return Arrays.stream(values())
                .filter(callback -> callback.word.equals(name))
                .findFirst();
    }

    /** Returns the C names of all of them. */
    public static ImmutableList<String> names() {
        return Arrays.stream(values()).map(EventCallback::word).collect(ImmutableList.toImmutableList());
    }

    @Override
    public String toString() {
        return word;
    }
}
