package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.peer.Content;
import dev.wsksim.scenario.model.EventCallback;
import java.util.Optional;
import java.util.stream.Collectors;

/** A call of an event callback that was seen, for comparison at the end. */
final class SeenCallback {

    private static final int SHOWN = 16;

    private final EventCallback callback;
    private final SimTime at;
    private final Irql irql;
    private final ImmutableMap<String, String> parameters;
    private final ImmutableList<byte[]> data;
    private final long entryNumber;
    private Optional<String> returned = Optional.empty();

    /**
     * Notes a call.
     *
     * @param callback the callback
     * @param at the virtual time
     * @param irql the IRQL
     * @param parameters the parameters by their documented names, as text
     * @param data the bytes that were indicated, for datagrams those of each; empty where there were none
     * @param entryNumber the trace entry of the call
     */
    SeenCallback(
            EventCallback callback,
            SimTime at,
            Irql irql,
            ImmutableMap<String, String> parameters,
            ImmutableList<byte[]> data,
            long entryNumber) {
        this.callback = callback;
        this.at = at;
        this.irql = irql;
        this.parameters = parameters;
        this.data = data;
        this.entryNumber = entryNumber;
    }

    EventCallback callback() {
        return callback;
    }

    SimTime at() {
        return at;
    }

    Irql irql() {
        return irql;
    }

    ImmutableMap<String, String> parameters() {
        return parameters;
    }

    ImmutableList<byte[]> data() {
        return data;
    }

    long entryNumber() {
        return entryNumber;
    }

    /** Returns what it returned, once it has. */
    Optional<String> returned() {
        return returned;
    }

    void setReturned(Object value) {
        returned = Optional.of(value.toString());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(callback.word()).append('(');
        String separator = "";
        for (var parameter : parameters.entrySet()) {
            text.append(separator).append(parameter.getKey()).append(": ").append(parameter.getValue());
            separator = ", ";
        }
        text.append(')');
        if (!data.isEmpty()) {
            text.append(", data ").append(data.stream().map(SeenCallback::text).collect(Collectors.joining(" and ")));
        }
        return text.append(" at ").append(at).toString();
    }

    /** Returns bytes as an expectation shows them, the first ones of many. */
    private static String text(byte[] bytes) {
        if (bytes.length == 0) {
            return "nothing";
        }
        String shown = new Content.Literal(ByteSlice.copyOf(bytes).slice(0, Math.min(SHOWN, bytes.length))).toString();
        return bytes.length > SHOWN ? shown + " of " + bytes.length : shown;
    }
}
