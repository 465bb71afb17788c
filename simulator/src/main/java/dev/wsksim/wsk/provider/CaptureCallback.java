package dev.wsksim.wsk.provider;

import dev.wsksim.kernel.NtStatus;

/** The rest of a thread that called WskCaptureProviderNPI with a wait: runs when the function returns. */
@FunctionalInterface
public interface CaptureCallback {

    /** Called once with what WskCaptureProviderNPI returns. */
    void returned(NtStatus status);
}
