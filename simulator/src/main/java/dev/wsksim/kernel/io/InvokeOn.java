package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * When a completion routine is called: the three Invoke flags of IoSetCompletionRoutine. One object per combination.
 *
 * <p>Source: nf-wdm-iosetcompletionroutine.
 *
 * @param success InvokeOnSuccess: when NT_SUCCESS holds for the status
 * @param error InvokeOnError: when NT_SUCCESS does not hold for the status
 * @param cancel InvokeOnCancel: when the IRP's Cancel flag is set
 */
public record InvokeOn(boolean success, boolean error, boolean cancel) {

    /** No flag: the routine is never called. */
    public static final InvokeOn NEVER = new InvokeOn(false, false, false);

    /** All three flags, as WSK demands for an IRP that the driver allocated. */
    public static final InvokeOn ALWAYS = new InvokeOn(true, true, true);

    private static final InvokeOn[] ALL = {
        NEVER,
        new InvokeOn(true, false, false),
        new InvokeOn(false, true, false),
        new InvokeOn(true, true, false),
        new InvokeOn(false, false, true),
        new InvokeOn(true, false, true),
        new InvokeOn(false, true, true),
        ALWAYS
    };

    /** Returns the object for three flags without allocating. */
    public static InvokeOn of(boolean success, boolean error, boolean cancel) {
        return ALL[(success ? 1 : 0) + (error ? 2 : 0) + (cancel ? 4 : 0)];
    }

    /** Tells whether the routine is called for a status and a Cancel flag. */
    public boolean fits(NtStatus status, boolean cancelled) {
        return (status.isSuccess() ? success : error) || (cancelled && cancel);
    }

    /** Returns the names of the flags for which the routine is called; empty when it is not. */
    public String reason(NtStatus status, boolean cancelled) {
        boolean byCancel = cancelled && cancel;
        if (status.isSuccess() ? success : error) {
            String byStatus = status.isSuccess() ? "InvokeOnSuccess" : "InvokeOnError";
            return byCancel ? byStatus + ", InvokeOnCancel" : byStatus;
        }
        return byCancel ? "InvokeOnCancel" : "";
    }

    /** Written out, like {@link #hashCode}: what Java makes for a record is linked anew at every start of the program. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvokeOn that
                && success == that.success
                && error == that.error
                && cancel == that.cancel;
    }

    @Override
    public int hashCode() {
        return (success ? 1 : 0) + (error ? 2 : 0) + (cancel ? 4 : 0);
    }

    /** Returns the flags as reports write them, such as {@code success, error, cancel}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(24);
        append(text, success, "success");
        append(text, error, "error");
        append(text, cancel, "cancel");
        return text.isEmpty() ? "never" : text.toString();
    }

    private static void append(StringBuilder text, boolean set, String name) {
        if (set) {
            text.append(text.isEmpty() ? "" : ", ").append(name);
        }
    }
}
