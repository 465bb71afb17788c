package dev.wsksim.wsk;

import dev.wsksim.kernel.NtStatus;

/**
 * An order that calls of one function fail although nothing is wrong, so that the driver's way out can be tried.
 *
 * <p>The call does nothing but fail: no socket is made, no byte is taken, no connection is lost. Calls are counted that
 * have an IRP and whose handles are good; the function is otherwise not looked at. The documentation leaves such
 * failures open: the page of each function ends its statuses with "Other status codes: an error occurred".
 *
 * @param function the function; one that takes an IRP, and not WskCloseSocket, which a driver has no way to do without
 * @param status the failure
 * @param nth the first call that fails, from 1, counted from when the fault is ordered
 * @param times how many calls fail, from that one on, or {@link #EVERY_TIME}
 * @param isPended whether the call returns STATUS_PENDING and its IRP is completed with the failure; otherwise the call
 *     returns the failure
 */
public record WskFault(WskFunction function, NtStatus status, int nth, int times, boolean isPended) {

    /** For {@link #times()}: every call from {@link #nth()} on. */
    public static final int EVERY_TIME = Integer.MAX_VALUE;

    public WskFault {
        if (!isPossibleFor(function)) {
            throw new IllegalArgumentException("calls of " + function + " cannot be made to fail");
        }
        if (!status.isError()) {
            throw new IllegalArgumentException(status + " is no failure");
        }
        if (nth < 1 || times < 1) {
            throw new IllegalArgumentException("calls are counted from 1, not " + nth + ", and at least once");
        }
    }

    /** Makes a fault of the next call, which returns the failure. */
    public static WskFault next(WskFunction function, NtStatus status) {
        return new WskFault(function, status, 1, 1, false);
    }

    /** Tells whether calls of a function can be made to fail. */
    public static boolean isPossibleFor(WskFunction function) {
        return function != WskFunction.WskCloseSocket && function.parameters().contains("Irp");
    }

    /** Tells whether the n-th call since the order fails. */
    boolean meets(int n) {
        return n >= nth && n - nth < times;
    }
}
