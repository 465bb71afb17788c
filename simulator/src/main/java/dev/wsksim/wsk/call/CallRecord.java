package dev.wsksim.wsk.call;

import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;

/** A trace record about the call of a WSK function, so that readers can choose by the function. */
public sealed interface CallRecord extends TraceRecord permits WskCallEntered, WskCallReturned, WskCallSettled {

    /** Returns the function. */
    WskFunction function();
}
