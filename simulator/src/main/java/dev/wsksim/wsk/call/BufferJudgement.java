package dev.wsksim.wsk.call;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskBuf;
import org.jspecify.annotations.Nullable;

/**
 * Judges a WSK_BUF that a driver passes.
 *
 * <p>Its rules are on the page of WSK_BUF; the status for breaking them is not: STATUS_INVALID_PARAMETER (assumption).
 * A Length beyond the MDL chain is not noticed here, as it was not on Windows, but when the bytes are touched. Source:
 * ns-wsk-_wsk_buf.
 */
final class BufferJudgement {

    private BufferJudgement() {}

    /** Returns what is wrong with a buffer, or null. */
    static @Nullable String fault(MemoryManager memory, WskFunction function, @Nullable WskBuf buffer) {
        String fault = formFault(buffer);
        if (fault != null) {
            memory.reportBuffer(function.name(), buffer == null ? "" : " " + buffer, fault);
            return fault + " (the status is an assumption)";
        }
        if (buffer != null && buffer.mdl() != null) {
            memory.requireUsable(buffer.mdl(), function.name());
        }
        return null;
    }

    private static @Nullable String formFault(@Nullable WskBuf buffer) {
        if (buffer == null) {
            return "Buffer is NULL";
        }
        if (buffer.length() < 0) {
            return "Length of the WSK_BUF is no SIZE_T";
        }
        Mdl mdl = buffer.mdl();
        if (mdl == null) {
            return buffer.length() == 0 ? null : "Mdl is NULL, but Length is " + buffer.length();
        }
        boolean inside = buffer.offset() >= 0
                && (buffer.offset() < mdl.byteCount() || (buffer.length() == 0 && buffer.offset() == 0));
        if (!inside) {
            return "Offset is " + buffer.offset() + ", but the first MDL has " + mdl.byteCount() + " bytes";
        }
        return null;
    }
}
