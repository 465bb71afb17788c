package dev.wsksim.verifier.rule.security;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.DescriptorPointerKind;
import dev.wsksim.wsk.call.WskCallEntered;

/** Looks for descriptors in memory that is not the provider's. */
final class UncachedDescriptorCheck {

    private UncachedDescriptorCheck() {}

    static void observe(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        if (call.subject().descriptorKind() == DescriptorPointerKind.UNCACHED) {
            sink.violated(call.function() + " was given a security descriptor that WSK_CACHE_SD did not return", entry);
        }
    }
}
