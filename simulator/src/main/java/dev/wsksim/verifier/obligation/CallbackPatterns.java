package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.misuse;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.stopped;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;

/** Misuses of callbacks, IRQL and locks that were seen in public drivers. */
final class CallbackPatterns {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            misuse("R-70", "A callback returns a status that its page does not have.", checked()),
            misuse(
                    "R-71",
                    "A NULL AcceptSocket is not reckoned with.",
                    checked("that the listening socket is closed then")),
            misuse("R-72", "A NULL DataIndication is not reckoned with.", checked("that the socket is closed then")),
            misuse(
                    "R-73",
                    "A connection is accepted without context and table although its callbacks will be enabled.",
                    checked("what was stored, and where callbacks are enabled")),
            misuse(
                    "R-74",
                    "More bytes are accepted than were stored.",
                    checked("more than were indicated; what a driver stored is its own data")),
            misuse(
                    "R-75",
                    "Data is taken to be in one MDL, at offset 0, in one entry.",
                    notVisible("which bytes a driver reads is its own code; decisions make lists of all shapes")),
            misuse(
                    "R-76",
                    "An MDL that is NULL, or a length of 0, is not reckoned with.",
                    notVisible("which bytes a driver reads is its own code")),
            misuse("R-77", "A list is released that was not kept, or kept and never released.", checked()),
            misuse(
                    "R-78",
                    "Lists are kept for long, or in numbers.",
                    checked(
                            "a release after more than a second with WSK_FLAG_RELEASE_ASAP, or a minute (OQ-127); numbers of"
                                    + " kept lists are not looked at")),
            misuse(
                    "R-79",
                    "A callback uses what is set only after the function that made the socket has returned.",
                    notVisible("what a callback reads is the driver's own data; the decisions on completions bring"
                            + " callbacks early")),
            misuse("R-80", "Several events are disabled at once, or static ones set too late.", checked()),
            misuse("R-81", "An IRP is passed to set static callbacks, or to enable callbacks.", checked()),
            misuse(
                    "R-82",
                    "WskReceive and WskReceiveEvent are used on one socket at the same time.",
                    notVisible("no page forbids it; who gets the data is simulated")),
            misuse(
                    "R-83",
                    "A control message is taken to be there.",
                    notVisible("what a driver reads is its own code")),
            misuse(
                    "R-84",
                    "A second connection is lost because there is place for one.",
                    notVisible("what a driver does with a connection is its own code; a socket that it forgets is never"
                            + " closed, which is a rule of its own")),
            misuse("R-85", "A callback or completion routine waits.", checked()),
            misuse(
                    "R-86",
                    "Paged code or data is touched at DISPATCH_LEVEL.",
                    notVisible("where a driver's code and data lie is not simulated")),
            misuse(
                    "R-87",
                    "A lock that waits is taken in a callback or completion routine.",
                    checked("locks are events here")),
            misuse(
                    "R-88",
                    "A spin lock is held while the driver waits.",
                    stopped(
                            BugCheck.IRQL_NOT_LESS_OR_EQUAL,
                            "a wait that is not a mere look is begun above APC_LEVEL")),
            misuse("R-89", "Completion routines make calls whose completions make calls.", checked()),
            misuse("R-90", "A function for PASSIVE_LEVEL is called above it.", checked()),
            misuse(
                    "R-91",
                    "A status that is stored after the call overwrites that of a completion that came before.",
                    notVisible("where a driver stores what is its own code; the decisions on completions bring them"
                            + " before the return")),
            misuse(
                    "R-92",
                    "Flags are shared with callbacks without a lock.",
                    notVisible("the variables of a driver are not in the trace")),
            misuse(
                    "R-93",
                    "A worker thread that failed to start leaves things behind.",
                    notVisible("threads of a driver start without fail here")),
            misuse(
                    "R-94",
                    "A wait is not alertable, so that its process cannot end.",
                    notVisible("processes are not terminated here")),
            misuse(
                    "R-110",
                    "An element of a queue is touched after its handler has freed it.",
                    notVisible("the queues of a driver are its own data")));

    private CallbackPatterns() {}
}
