package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.misuse;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.stopped;
import static dev.wsksim.verifier.obligation.Entries.unchecked;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;

/** Misuses of buffers, MDLs and arguments that were seen in public drivers. */
final class BufferPatterns {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            misuse(
                    "R-26",
                    "Pages are locked and never unlocked.",
                    unchecked("locked pages are looked at when their MDL is freed, and not at the end")),
            misuse("R-27", "Pages are unlocked twice, or were not locked.", checked()),
            misuse(
                    "R-28",
                    "MmProbeAndLockPages is called without a guard against exceptions.",
                    notVisible("MmProbeAndLockPages raises no exception here")),
            misuse(
                    "R-29",
                    "The result of IoAllocateMdl is not looked at.",
                    notVisible("IoAllocateMdl does not fail here")),
            misuse(
                    "R-30",
                    "Memory of a send is locked for writing.",
                    notVisible("for what access pages are locked is not simulated")),
            misuse("R-31", "MmBuildMdlForNonPagedPool is called for memory that is not non-paged pool.", checked()),
            misuse(
                    "R-32",
                    "Offset and Length of a WSK_BUF go beyond the MDL chain.",
                    stopped(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA, "the provider touches a byte beyond the last MDL")),
            misuse("R-33", "Memory is freed or changed before the completion.", checked()),
            misuse(
                    "R-34",
                    "A buffer is freed twice.",
                    stopped(BugCheck.BAD_POOL_CALLER, "ExFreePool or IoFreeMdl gets what was freed before")),
            misuse(
                    "R-35",
                    "Memory is freed with another tag than it was allocated with.",
                    notVisible("pool tags are not simulated")),
            misuse(
                    "R-36",
                    "A pointer is kept although its memory was freed when a later step failed.",
                    stopped(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA, "the driver uses the memory")),
            misuse(
                    "R-37",
                    "Locking of pages is tried again and again at raised IRQL.",
                    notVisible("MmProbeAndLockPages does not fail here")),
            misuse(
                    "R-38",
                    "Memory is executable that need not be.",
                    notVisible("pools that differ in this only are one here")),
            misuse(
                    "R-39",
                    "Variables on the stack, to be filled by a pended request, go out of scope.",
                    checked("where the variable is given a block of memory")),
            misuse(
                    "R-40",
                    "A string or result variable of a pended WskGetAddressInfo goes out of scope.",
                    notVisible(
                            "the strings are immutable values here, read before the function returns, and there is no"
                                    + " stack")),
            misuse("R-41", "An address of a list is used after WskFreeAddressInfo.", checked()),
            misuse("R-42", "WskFreeAddressInfo is called for each entry of a list.", checked()),
            misuse("R-43", "An address list is never freed.", checked()),
            misuse(
                    "R-44",
                    "A registration's block or table is moved, freed or used again while it is active.",
                    checked("the block that is used again; memory of either cannot be freed here")),
            misuse(
                    "R-45",
                    "Control information is freed before the completion.",
                    notVisible("control information is an immutable value here, read before the function returns")));

    private BufferPatterns() {}
}
