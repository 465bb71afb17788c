package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalInt;

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
        OptionalInt irql,
        Optional<String> returns,
        TimeExpectation time,
        SourcePosition position) {}
