package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.answered;
import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.misuse;
import static dev.wsksim.verifier.obligation.Entries.notVisible;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** Misuses of registrations and sockets that were seen in public drivers. */
final class LifeCyclePatterns {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            misuse("R-46", "A block is registered again, or more often than it is deregistered.", checked()),
            misuse("R-47", "A registration or capture that failed is undone.", checked()),
            misuse("R-48", "WskDeregister is called with a capture that is never released.", checked()),
            misuse("R-49", "A driver that can be unloaded never deregisters.", checked()),
            misuse(
                    "R-50",
                    "The start of a driver or device waits for the provider without limit.",
                    notVisible("there is no DriverEntry here: what a driver does first is a step like any other")),
            misuse(
                    "R-51",
                    "A driver waits for its capturing thread before it calls WskDeregister, which alone would"
                            + " end the wait.",
                    notVisible("who waits for whom is in the stall that it ends in, which is no rule")),
            misuse("R-52", "The provider is called after the last release.", checked()),
            misuse(
                    "R-53",
                    "A capture without a wait that fails is taken for final.",
                    answered(
                            WskFunction.WskCaptureProviderNPI,
                            NtStatus.STATUS_DEVICE_NOT_READY,
                            "the provider is not available yet")),
            misuse("R-54", "Two threads initialise at the same time.", checked("the block that both register")),
            misuse("R-55", "WskDeregister waits for sockets that nobody closes.", checked()),
            misuse("R-56", "A socket is closed while another thread is inside one of its functions.", checked()),
            misuse("R-57", "A function is called on a closed socket.", checked()),
            misuse("R-58", "A socket is closed twice.", checked()),
            misuse("R-59", "A socket is closed without an IRP.", checked()),
            misuse(
                    "R-60",
                    "After a failure a pointer is closed that never was a socket.",
                    answered(
                            WskFunction.WskCloseSocket,
                            NtStatus.STATUS_INVALID_HANDLE,
                            "the pointer is NULL (OQ-86); there are no other pointers here that are no sockets")),
            misuse(
                    "R-61",
                    "A socket is closed without WskDisconnect although the peer waits for an orderly end.",
                    notVisible("whether a reset is meant is not in the trace: closing alone is legal, and the trace"
                            + " shows the RST")),
            misuse(
                    "R-62",
                    "The context of a socket is freed before its close is complete.",
                    notVisible("contexts are the driver's own memory, which the provider only hands back")),
            misuse("R-63", "An accepted socket is neither closed nor handed on.", checked()),
            misuse(
                    "R-64",
                    "A socket is not closed because no IRP can be had.",
                    checked("the socket that stays open; IoAllocateIrp does not fail here")),
            misuse("R-65", "A callback waits for the close of its own socket.", checked()),
            misuse(
                    "R-66",
                    "A connect, an accept or the enabling of callbacks comes before the bind or the connect.",
                    checked()),
            misuse("R-67", "WskDisconnect gets a flag that it does not know.", checked()),
            misuse("R-68", "A socket that WskAcceptEvent has refused is closed all the same.", checked()),
            misuse("R-69", "Sockets of failed attempts are not closed.", checked()));

    private LifeCyclePatterns() {}
}
