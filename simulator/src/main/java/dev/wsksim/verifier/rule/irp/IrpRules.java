package dev.wsksim.verifier.rule.irp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.RunMemory;
import dev.wsksim.verifier.Severity;
import java.util.function.Function;

/** The rules about IRPs. An IRP is the driver's own when the driver allocated it with IoAllocateIrp. */
public final class IrpRules {

    private static final String USING = "using-irps-with-winsock-kernel-functions";
    private static final String FREE = "nf-wdm-iofreeirp";
    private static final String SET_ROUTINE = "nf-wdm-iosetcompletionroutine";

    private static final Rule ROUTINE = Rule.named(
                    "WSK-IRP-001", Severity.MUST, "An own IRP has a completion routine when it is handed over")
            .what("IoSetCompletionRoutine is called on an own IRP before every WSK function that gets it, the"
                    + " second and later uses included.")
            .why("Without one the completion runs past the end of the stack locations, and nobody owns the IRP any"
                    + " more. Each completion wipes the routine.")
            .fix("Call IoSetCompletionRoutine right before the WSK function, after IoReuseIrp.")
            .pages(USING, SET_ROUTINE)
            .obligations("G03", "R-06")
            .checkedWith(memory -> new HandoverCheck(history(memory), HandoverCheck.Demand.ROUTINE));

    private static final Rule INVOKE = Rule.named(
                    "WSK-IRP-002",
                    Severity.MUST,
                    "The completion routine of an own IRP runs on success, error and cancel")
            .what("InvokeOnSuccess, InvokeOnError and InvokeOnCancel are all TRUE.")
            .why("In the case that was left out the routine does not run, and the IRP ends as if it had none.")
            .fix("Pass TRUE, TRUE, TRUE to IoSetCompletionRoutine.")
            .pages(USING, SET_ROUTINE)
            .obligations("G03", "R-06")
            .checkedWith(memory -> new HandoverCheck(history(memory), HandoverCheck.Demand.ALL_INVOKE_FLAGS));

    private static final Rule STOPS = Rule.named(
                    "WSK-IRP-003",
                    Severity.MUST,
                    "The completion routine of an own IRP returns STATUS_MORE_PROCESSING_REQUIRED")
            .what("It returns this status always, also on errors and when it has freed the IRP.")
            .why("With any other status the I/O manager goes on to complete an IRP that has no higher driver.")
            .fix("End the routine with return STATUS_MORE_PROCESSING_REQUIRED on every path.")
            .pages(USING, "implementing-an-iocompletion-routine")
            .obligations("G04", "R-07")
            .checkedWith(memory -> new RoutineAnswerCheck(history(memory)));

    private static final Rule REUSE = Rule.named(
                    "WSK-IRP-004", Severity.MUST, "A completed own IRP is reinitialised before it is used again")
            .what("IoReuseIrp is called between the completion of an own IRP and the next WSK function that gets it.")
            .why("Without it the old Cancel flag, status and stack contents leak into the next request.")
            .fix("Call IoReuseIrp, then IoSetCompletionRoutine, then the WSK function.")
            .pages(USING, "reusing-irps", "nf-wdm-ioreuseirp")
            .obligations("G02")
            .checkedBy(ReuseCheck::new);

    private static final Rule ONE_USE = Rule.named(
                    "WSK-IRP-005", Severity.MUST, "An IRP is used by one operation at a time")
            .what("An IRP that was handed over is not passed to another function before its completion routine has"
                    + " run.")
            .why("The second operation overwrites the first one's stack location; both complete the same IRP.")
            .fix("Give every operation that can be pending at the same time an IRP of its own.")
            .pages(USING)
            .obligations("G02", "R-04", "V248")
            .checkedWith(misuse(Misuses::inUse));

    private static final Rule FREED_PENDING = Rule.named(
                    "WSK-IRP-006", Severity.MUST, "An IRP is not freed while it is in use")
            .what("IoFreeIrp is called on an own IRP only before it is handed over, in its completion routine, or"
                    + " later.")
            .why("WSK still writes to the IRP and completes it: freed memory is touched.")
            .fix("Free the IRP in its completion routine; to be rid of it earlier, call IoCancelIrp and wait for"
                    + " the routine.")
            .pages(USING, FREE)
            .obligations("G05", "R-03", "R-05", "R-23", "V248")
            .checkedWith(misuse(Misuses::freedInUse));

    private static final Rule GONE = Rule.named("WSK-IRP-007", Severity.MUST, "An IRP is not touched after it is gone")
            .what("Nothing is done to an IRP that was freed, that went back to its higher driver, or whose"
                    + " completion nobody stopped; a second IoFreeIrp included.")
            .why("The memory may be somebody else's by then.")
            .fix("Set the pointer to NULL where the IRP is freed, and have one place that frees it.")
            .pages(FREE, "completing-irps")
            .obligations("G05", "R-01", "R-02", "R-24", "V248")
            .checkedWith(misuse(Misuses::gone));

    private static final Rule FREED_FOREIGN = Rule.named(
                    "WSK-IRP-008", Severity.MUST, "An IRP that was passed down is not freed")
            .what("IoFreeIrp is for own IRPs; one that came from a higher driver or the I/O manager is completed"
                    + " instead.")
            .why("Its creator frees it: it is freed twice.")
            .fix("Call IoCompleteRequest on it.")
            .pages(USING, FREE)
            .obligations("G06")
            .checkedWith(misuse(Misuses::freedForeign));

    private static final Rule COMPLETED_TWICE = Rule.named("WSK-IRP-009", Severity.MUST, "An IRP is completed once")
            .what("IoCompleteRequest is called once for a passed-down IRP and never for an own one.")
            .why("The second completion is bug check MULTIPLE_IRP_COMPLETE_REQUESTS.")
            .fix("Decide who completes the IRP: when its completion routine returns"
                    + " STATUS_MORE_PROCESSING_REQUIRED, the driver; otherwise nobody else.")
            .pages("nf-wdm-iocompleterequest", "bug-check-0x44--multiple-irp-complete-requests", USING)
            .obligations("G07")
            .checkedWith(misuse(Misuses::completedTwice));

    private static final Rule CANCEL_FOREIGN = Rule.named(
                    "WSK-IRP-010", Severity.MUST, "Only the creator of an IRP cancels it")
            .what("IoCancelIrp is called on own IRPs only.")
            .why("A driver that did not create an IRP cannot know whether it still exists.")
            .fix("Cancel only what IoAllocateIrp returned; leave passed-down IRPs to their creator.")
            .pages("nf-wdm-iocancelirp", "canceling-irps")
            .obligations("G07")
            .checkedWith(misuse(Misuses::cancelledForeign));

    private static final Rule REUSE_WRONG = Rule.named(
                    "WSK-IRP-011", Severity.MUST, "IoReuseIrp is for own IRPs that are not in use")
            .what("IoReuseIrp is called neither on an IRP that a function still has nor on one that was passed down.")
            .why("It wipes the stack locations that others work with.")
            .fix("Call it after the completion routine has run, on IRPs of IoAllocateIrp.")
            .pages("nf-wdm-ioreuseirp", "reusing-irps")
            .obligations("G02", "R-04", "R-05", "V248")
            .checkedWith(misuse(Misuses::reusedWrongly));

    private static final Rule ROUTINE_IN_USE = Rule.named(
                    "WSK-IRP-012", Severity.MUST, "A completion routine is set before the IRP is handed over")
            .what("IoSetCompletionRoutine is not called on an IRP that a function has.")
            .why("It writes into the stack location below the one that WSK uses, or outside the IRP.")
            .fix(
                    "Give another operation an IRP of its own; for the same one, set the routine before the WSK function is"
                            + " called.")
            .pages(SET_ROUTINE, USING)
            .obligations("G03")
            .checkedWith(misuse(Misuses::routineInUse));

    private static final Rule LOCATION = Rule.named(
                    "WSK-IRP-013", Severity.MUST, "An IRP has a free stack location for WSK")
            .what("An own IRP is allocated with a stack size of 1 or more; a passed-down one has a location left"
                    + " below the driver's.")
            .why("WSK takes one location: bug check NO_MORE_IRP_STACK_LOCATIONS.")
            .fix("Call IoAllocateIrp(1, FALSE); for IRPs from above set DeviceObject->StackSize to one more.")
            .pages(USING, "bug-check-0x35--no-more-irp-stack-locations")
            .obligations("G01")
            .checkedWith(misuse(Misuses::noLocation));

    private static final Rule PENDING = Rule.named(
                    "WSK-IRP-014",
                    Severity.MUST,
                    "A passed-down IRP is marked pending exactly when STATUS_PENDING was returned")
            .what("The dispatch routine that returns STATUS_PENDING has called IoMarkIrpPending, or its completion"
                    + " routine does where PendingReturned is TRUE; with any other status the IRP is completed with"
                    + " that status.")
            .why("The higher driver waits for a completion that does not come, or misses one that does.")
            .fix("In the completion routine: if (Irp->PendingReturned) IoMarkIrpPending(Irp).")
            .pages(USING, "implementing-an-iocompletion-routine")
            .obligations("G07")
            .checkedWith(misuse(Misuses::pendingMark));

    private static final Rule MARK_OWN = Rule.named("WSK-IRP-015", Severity.MUST, "An own IRP is not marked pending")
            .what("In an own IRP the driver sets nothing but the completion routine; IoMarkIrpPending is for"
                    + " passed-down IRPs.")
            .why("The driver has no stack location in an IRP that it allocated: memory beside it is overwritten.")
            .fix("Leave IoMarkIrpPending out, also in the completion routine.")
            .pages(USING, "nf-wdm-iomarkirppending")
            .obligations("G09", "R-08")
            .checkedWith(misuse(Misuses::markedOwn));

    private static final Rule NO_WAITING = Rule.named(
                    "WSK-IRP-016", Severity.MUST, "A completion routine does not wait")
            .what("Inside the completion routine of an IRP that WSK completes, nothing waits for an event, not even at"
                    + " PASSIVE_LEVEL.")
            .why("The thread that would complete the other request may be the one that waits; at DISPATCH_LEVEL no"
                    + " other thread runs at all.")
            .fix("Begin the next request and return, and go on in its completion routine; or queue a work item.")
            .pages("nc-wsk-pfn_wsk_receive_event", "nc-wsk-pfn_wsk_accept_event", USING)
            .obligations("V241", "R-85", "R-87")
            .checkedWith(memory -> RoutineChecks.waits(routines(memory)));

    private static final Rule FREED_AT_END = Rule.named("WSK-IRP-017", Severity.SHOULD, "Every own IRP is freed")
            .what(
                    "Each IRP of IoAllocateIrp is freed with IoFreeIrp before the driver is gone, also where a call on the"
                            + " way has failed.")
            .why(
                    "The memory stays allocated until Windows restarts; one that is pending completes into a driver that is"
                            + " gone.")
            .fix("Free the IRP in its completion routine, or keep it for its next use and free it with the socket.")
            .pages(USING, FREE)
            .obligations("G05", "R-10")
            .checkedBy(FreedAtEndCheck::new);

    private static final Rule NO_RECURSION = Rule.named(
                    "WSK-IRP-018", Severity.SHOULD, "Completion routines do not call inside each other")
            .what(
                    "A completion routine that calls functions of WSK does not run inside such a call of another completion"
                            + " routine. The guide advises against all calls from completion routines; here the first that"
                            + " recurs is reported.")
            .why("A call that completes before it returns runs the next routine on the same stack, and so on until the"
                    + " stack is used up; at DISPATCH_LEVEL no other thread runs meanwhile.")
            .fix("Queue a work item, or let a loop make the calls: the routine only notes that its IRP is there.")
            .pages(USING)
            .obligations("G08", "R-89")
            .checkedWith(memory -> RoutineChecks.nestedCalls(routines(memory)));

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(
            ROUTINE,
            INVOKE,
            STOPS,
            REUSE,
            ONE_USE,
            FREED_PENDING,
            GONE,
            FREED_FOREIGN,
            COMPLETED_TWICE,
            CANCEL_FOREIGN,
            REUSE_WRONG,
            ROUTINE_IN_USE,
            LOCATION,
            PENDING,
            MARK_OWN,
            NO_WAITING,
            FREED_AT_END,
            NO_RECURSION);

    private IrpRules() {}

    private static Function<RunMemory, RuleCheck> misuse(MisuseCheck.Kind kind) {
        return memory -> new MisuseCheck(history(memory), kind);
    }

    private static RunningRoutines routines(RunMemory memory) {
        return memory.share(RunningRoutines.class, RunningRoutines::new);
    }

    private static IrpHistory history(RunMemory memory) {
        return memory.share(IrpHistory.class, IrpHistory::new);
    }
}
