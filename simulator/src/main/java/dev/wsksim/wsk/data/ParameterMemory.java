package dev.wsksim.wsk.data;

import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Judges the memory that parameters point at, as far as the driver has said what it is.
 *
 * <p>Memory that may be paged out, and a buffer that is too small, are reported and used all the same, since Windows does
 * not notice either at once. Sources: nc-wsk-pfn_wsk_get_local_address, nc-wsk-pfn_wsk_accept,
 * nc-wsk-pfn_wsk_receive_from, nc-wsk-pfn_wsk_socket.
 */
public final class ParameterMemory {

    private ParameterMemory() {}

    /** Judges a context: whatever a driver has there must be resident. Anything but a block of memory is not judged. */
    public static void judgeContext(Trace trace, String function, String parameter, @Nullable Object context) {
        if (context instanceof PoolBlock block) {
            requireResident(trace, function, parameter, block);
        }
    }

    /** Judges the memory of a variable that a provider will fill with so many bytes. */
    public static void judge(Trace trace, String function, String parameter, PoolBlock block, int needed) {
        requireResident(trace, function, parameter, block);
        if (block.length() < needed && trace.isActive()) {
            trace.emit(new ParameterMemoryMisused(
                    function,
                    parameter,
                    ParameterMemoryMisused.Misuse.TOO_SMALL,
                    block.number(),
                    parameter + " of " + function + " points at " + block + ", but " + needed + " are needed"));
        }
    }

    private static void requireResident(Trace trace, String function, String parameter, PoolBlock block) {
        if (!block.isResident() && trace.isActive()) {
            trace.emit(new ParameterMemoryMisused(
                    function,
                    parameter,
                    ParameterMemoryMisused.Misuse.PAGEABLE,
                    block.number(),
                    parameter + " of " + function + " points at " + block + ", which may be paged out"));
        }
    }
}
