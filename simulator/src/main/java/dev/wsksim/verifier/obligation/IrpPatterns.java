package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.misuse;
import static dev.wsksim.verifier.obligation.Entries.notVisible;

import com.google.common.collect.ImmutableList;

/** Misuses of IRPs, time-outs and cancellation that were seen in public drivers. */
final class IrpPatterns {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            misuse(
                    "R-01",
                    "An IRP is freed by the caller after a failure, although its completion routine has freed it.",
                    checked()),
            misuse(
                    "R-02",
                    "An IRP is used after the call, although its completion may have freed it.",
                    checked("use through a routine or a function; reading a field of a freed IRP is not in the trace")),
            misuse("R-03", "An IRP is freed while its operation goes on.", checked()),
            misuse("R-04", "An IRP is reused, or passed on, while its operation goes on.", checked()),
            misuse(
                    "R-05",
                    "A wait has timed out, and the driver goes on as if the operation were over.",
                    checked("what it does to the IRP and the memory then; reading the status is not in the trace")),
            misuse("R-06", "An IRP has no completion routine, or one that does not always run.", checked()),
            misuse("R-07", "The completion routine of an own IRP lets its completion go on.", checked()),
            misuse(
                    "R-08",
                    "Fields of an IRP are written that are not the driver's.",
                    checked("IoMarkIrpPending; the fields of an IRP cannot be written to here")),
            misuse(
                    "R-09",
                    "IoInitializeIrp gets a size that does not fit the stack count.",
                    notVisible("IRPs come from IoAllocateIrp only")),
            misuse("R-10", "An IRP is lost on a way out that follows an error.", checked()),
            misuse(
                    "R-11",
                    "An IRP is freed by another routine than the one that belongs to how it was made.",
                    notVisible("IRPs come from IoAllocateIrp only")),
            misuse(
                    "R-12",
                    "IoFreeIrp is called although IoAllocateIrp has failed.",
                    notVisible("IoAllocateIrp does not fail here")),
            misuse(
                    "R-13",
                    "The completion routine signals an event in one case only, and the driver waits in the"
                            + " other too.",
                    notVisible("what was to signal an event is not in the trace; a wait that never ends is a stall,"
                            + " which names it")),
            misuse(
                    "R-14",
                    "An event is still signalled from an earlier completion, so that the next wait ends at once.",
                    notVisible("which completion an event is about is known to the driver alone")),
            misuse(
                    "R-15",
                    "An event or an IRP on the stack goes out of scope before the completion.",
                    notVisible("there is no stack that it could be on")),
            misuse(
                    "R-16",
                    "An event, or what a completion routine works with, is in paged pool.",
                    notVisible(
                            "events, and what a completion routine works with, have no memory of one type or another here")),
            misuse(
                    "R-17",
                    "Operations at the same time share one completion context.",
                    notVisible("contexts are the driver's own; no page says what is in them")),
            misuse(
                    "R-18",
                    "A driver waits without limit and without a way out.",
                    notVisible(
                            "an unlimited wait is legal; one that never ends is a stall, which names what it waits for")),
            misuse(
                    "R-19",
                    "STATUS_TIMEOUT counts as success.",
                    notVisible("what a driver makes of a status is its own code")),
            misuse(
                    "R-20",
                    "An operation that succeeded before it was cancelled is dropped together with its result.",
                    checked("a socket that is lost in this way; lost bytes are the driver's own data")),
            misuse(
                    "R-21",
                    "A request that was cancelled by a close counts as timed out.",
                    notVisible("what a driver makes of a status is its own code")),
            misuse(
                    "R-22",
                    "A connect cannot be cancelled, and a thread waits for all its retransmissions.",
                    notVisible("an unlimited wait is legal; how long it takes is in the trace")),
            misuse(
                    "R-23",
                    "What IoCancelIrp returns decides whether the driver waits for the completion.",
                    checked("the IRP that is freed while its operation goes on")),
            misuse(
                    "R-24",
                    "A timer cancels an IRP that its completion routine may free at the same time.",
                    checked("where the race is lost")),
            misuse(
                    "R-25",
                    "A timer or DPC outlives the memory that it gives something back to.",
                    notVisible("timers and DPCs of a driver are not simulated")));

    private IrpPatterns() {}
}
