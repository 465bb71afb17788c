package dev.wsksim.wsk.control;

import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of WskControlSocket between Socket and Irp.
 *
 * @param requestType WskSetOption, WskGetOption or WskIoctl
 * @param controlCode the option or the IOCTL
 * @param level SOL_SOCKET or a protocol level; ignored for an IOCTL
 * @param inputSize InputSize in bytes
 * @param input InputBuffer; NULL when there is no input
 * @param outputSize OutputSize in bytes
 * @param output OutputBuffer; NULL when there is no output
 * @param outputSizeReturned OutputSizeReturned; NULL unless Irp is NULL and the size of the output is not known
 */
public record SocketControlRequest(
        int requestType,
        int controlCode,
        int level,
        long inputSize,
        @Nullable Variable<?> input,
        long outputSize,
        @Nullable Variable<?> output,
        @Nullable Variable<Long> outputSizeReturned) {

    /** Returns a request that sets a ULONG option of the level SOL_SOCKET. */
    public static SocketControlRequest setUlong(int option, long value) {
        return new SocketControlRequest(
                Wsk.WSK_SET_OPTION, option, Ws2def.SOL_SOCKET, Wsk.SIZE_OF_ULONG, new Variable<>(value), 0, null, null);
    }

    /** Returns the C name of the request type, or its number. */
    public String requestTypeName() {
        return switch (requestType) {
            case Wsk.WSK_SET_OPTION -> "WskSetOption";
            case Wsk.WSK_GET_OPTION -> "WskGetOption";
            case Wsk.WSK_IOCTL -> "WskIoctl";
            default -> Integer.toString(requestType);
        };
    }

    /** Returns the C name of the option or IOCTL, or its number in hexadecimal. */
    public String controlCodeName() {
        return SocketOperations.nameOf(this);
    }

    /** Returns what InputBuffer points at when the request sets SO_WSK_SECURITY; otherwise null. */
    public @Nullable Object securityDescriptorToSet() {
        boolean sets =
                requestType == Wsk.WSK_SET_OPTION && level == Ws2def.SOL_SOCKET && controlCode == Wsk.SO_WSK_SECURITY;
        return sets && input != null ? input.get() : null;
    }

    /** Returns the content of InputBuffer as traces show it; null for a NULL buffer. */
    public @Nullable String inputText() {
        return input == null ? null : String.valueOf(input.get());
    }
}
