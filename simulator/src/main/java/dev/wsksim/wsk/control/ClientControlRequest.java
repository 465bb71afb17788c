package dev.wsksim.wsk.control;

import dev.wsksim.wsk.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of WskControlClient between Client and Irp.
 *
 * @param controlCode ControlCode
 * @param inputSize InputSize in bytes
 * @param input InputBuffer; NULL when there is no input
 * @param outputSize OutputSize in bytes
 * @param output OutputBuffer; NULL when there is no output
 * @param outputSizeReturned OutputSizeReturned, a SIZE_T (OQ-10)
 */
public record ClientControlRequest(
        int controlCode,
        long inputSize,
        @Nullable Variable<?> input,
        long outputSize,
        @Nullable Variable<?> output,
        @Nullable Variable<Long> outputSizeReturned) {

    /** Returns the content of InputBuffer as traces show it; null for a NULL buffer. */
    public @Nullable String inputText() {
        return input == null ? null : String.valueOf(input.get());
    }
}
