package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.ke.Irql;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A call of an event callback that must have been seen.
 *
 * @param callback the callback
 * @param parameters what its parameters must have been, by their documented names
 * @param data the bytes that were indicated, for WskReceiveFromEvent those of each datagram; absent: not checked
 * @param irql the IRQL of the call; absent: not checked
 * @param returns what the callback returned; absent: not checked
 * @param time when it was called, counted from the callback before it in the list, for the first one from the start
 * @param position where it is written
 */
public record CallbackExpectation(
        EventCallback callback,
        ImmutableList<ArgumentValue.Member> parameters,
        Optional<ImmutableList<ExpectedBytes>> data,
        Optional<Placed<Integer>> irql,
        Optional<Reference> returns,
        TimeExpectation time,
        SourcePosition position) {

    /** Returns all that is expected of the call, in the form in which calls that were seen are shown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(callback.word());
        if (!parameters.isEmpty()) {
            text.append(parameters.stream()
                    .map(member -> member.name() + ": " + member.value())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        data.ifPresent(pieces -> text.append(", data ")
                .append(pieces.stream().map(ExpectedBytes::toString).collect(Collectors.joining(" and "))));
        irql.ifPresent(level -> text.append(", at ").append(Irql.of(level.value())));
        returns.ifPresent(value -> text.append(", returns ").append(value));
        return text + (time.form() == TimeExpectation.Form.ANY ? "" : " " + time);
    }
}
