package dev.wsksim.verifier.rule.listen;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.event.CallbackReturned;

/** Holds what the callbacks of a listening socket return against their pages. */
final class ReturnCheck {

    private static final ImmutableSet<WskCallback> WATCHED =
            ImmutableSet.of(WskCallback.WskAcceptEvent, WskCallback.WskInspectEvent, WskCallback.WskAbortEvent);

    private ReturnCheck() {}

    static void observe(TraceEntry entry, CallbackReturned returned, ViolationSink sink) {
        WskCallback.byName(returned.callback())
                .filter(WATCHED::contains)
                .filter(callback -> !callback.legalReturns().contains(returned.returned()))
                .ifPresent(callback -> sink.violated(
                        callback + " of socket " + returned.socket() + " returned " + returned.returned() + ", not "
                                + String.join(" or ", callback.legalReturns()),
                        entry));
    }
}
