package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.host.Host;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * One call of WskControlSocket as an operation sees it: the socket, and the buffers.
 *
 * @param socket the socket
 * @param request the parameters
 * @param environment the neighbours of WSK on the host
 */
record SocketControl(WskSocket socket, SocketControlRequest request, WskEnvironment environment) {

    Host host() {
        return environment.host();
    }

    /** Returns what InputBuffer holds; null for the NULL pointer. */
    @Nullable
    Object input() {
        Variable<?> input = request.input();
        return input == null ? null : input.get();
    }

    /** Returns the number in an InputBuffer that was judged to hold one. */
    long number() {
        if (!(input() instanceof Long number)) {
            throw new AssertionError("InputBuffer was judged before");
        }
        return number;
    }

    /** Writes a value of fixed size to OutputBuffer. */
    ControlOutcome give(long size, Object value) {
        Variable<?> output = request.output();
        if (output == null || request.outputSize() < size) {
            return tooSmall(size);
        }
        Variable.storeThroughVoid(output, value);
        return ControlOutcome.returned(size, "returned " + value);
    }

    /** Writes a number as a ULONG. */
    ControlOutcome giveUlong(long value) {
        return give(Shape.ULONG.size(), value);
    }

    /** Writes 0 or 1 as a ULONG. */
    ControlOutcome giveBoolean(boolean value) {
        return giveUlong(value ? 1 : 0);
    }

    static ControlOutcome tooSmall(long needed) {
        return ControlOutcome.failed(NtStatus.STATUS_BUFFER_TOO_SMALL, "OutputBuffer needs " + needed + " bytes");
    }
}
