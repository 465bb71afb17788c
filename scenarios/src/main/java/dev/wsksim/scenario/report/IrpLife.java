package dev.wsksim.scenario.report;

import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCancelRequested;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpReturned;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.trace.TraceRecord;

/** Where an IRP is, as the trace tells it from its allocation on. */
final class IrpLife {
    private String call = "";
    private SimTime since = SimTime.START;
    private String state = "";
    private String asked = "";
    private boolean pending;
    private int socket;

    /**
     * Goes on to the next record about it.
     *
     * @param by the call that the driver made with it, in words
     */
    void next(TraceRecord record, SimTime at, String by) {
        if (record instanceof IrpAllocated) {
            change(at, "allocated at " + at + ", passed to no function yet");
        } else if (record instanceof IrpTaken) {
            call = by;
            change(at, "");
            pending = true;
        } else if (record instanceof IrpCancelRequested) {
            asked = "; IoCancelIrp at " + at;
        } else if (record instanceof IrpCompleted completed) {
            change(at, (call.isEmpty() ? completed.by() : call) + ", completed at " + at + ": " + completed.status());
        } else if (record instanceof IrpReused) {
            change(at, "made ready again at " + at);
        } else if (record instanceof IrpReturned returned) {
            change(at, "back at " + returned.to() + " at " + at + ": " + returned.status());
        } else if (record instanceof IrpFreed) {
            state += (state.isEmpty() ? "" : ", ") + "freed at " + at;
            pending = false;
        }
    }

    private void change(SimTime at, String text) {
        since = at;
        state = text;
        asked = "";
        pending = false;
    }

    /** Notes the socket that it was passed with, or that it delivered; 0 for none. */
    void setSocket(int number) {
        socket = number;
    }

    /** Returns the number of the socket that it was passed with, or that it delivered; 0 for none. */
    int socket() {
        return socket;
    }

    /** Tells whether a provider has it. */
    boolean isPending() {
        return pending;
    }

    /** Returns where it is at an instant. */
    String text(SimTime at) {
        String age = at.equals(since) ? "" : ", for " + at.since(since);
        return pending ? call + ", pending since " + since + age + asked : state + asked;
    }
}
