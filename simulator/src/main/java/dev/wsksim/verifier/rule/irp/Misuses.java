package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.IrpMisused;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.wsk.WskFunction;

/** Sorts the misuses that the I/O manager notices into kinds that do not overlap. */
final class Misuses {

    private static final String COMPLETE = "IoCompleteRequest";
    private static final String FREE = "IoFreeIrp";
    private static final String SET_ROUTINE = "IoSetCompletionRoutine";
    private static final String MARK_PENDING = "IoMarkIrpPending";
    private static final String COMPLETED_BEFORE_PAGE = "bug-check-0x44--multiple-irp-complete-requests";
    private static final String ROUTINE_PAGE = "implementing-an-iocompletion-routine";

    private Misuses() {}

    static boolean gone(IrpMisused misused, boolean own) {
        IrpState state = misused.state();
        boolean memoryGone =
                state == IrpState.FREED || state == IrpState.FREED_BY_IO_MANAGER || state == IrpState.RETURNED;
        return memoryGone && !isDispatchRoutine(misused) && !completedTwice(misused, own);
    }

    static boolean inUse(IrpMisused misused, boolean own) {
        return isWskFunction(misused) && hasProvider(misused);
    }

    static boolean freedInUse(IrpMisused misused, boolean own) {
        return is(misused, FREE) && own && hasProvider(misused);
    }

    static boolean freedForeign(IrpMisused misused, boolean own) {
        return is(misused, FREE) && !own && !gone(misused, own);
    }

    static boolean completedTwice(IrpMisused misused, boolean own) {
        String page = misused.page();
        return page.equals(COMPLETED_BEFORE_PAGE) || (is(misused, COMPLETE) && page.equals(ROUTINE_PAGE));
    }

    static boolean cancelledForeign(IrpMisused misused, boolean own) {
        return is(misused, "IoCancelIrp") && !own && !gone(misused, own);
    }

    static boolean reusedWrongly(IrpMisused misused, boolean own) {
        return is(misused, "IoReuseIrp") && !gone(misused, own);
    }

    static boolean routineInUse(IrpMisused misused, boolean own) {
        return is(misused, SET_ROUTINE) && hasProvider(misused);
    }

    static boolean noLocation(IrpMisused misused, boolean own) {
        boolean stopped = !misused.consequence().isEmpty();
        boolean lacks = (isWskFunction(misused) && stopped) || is(misused, SET_ROUTINE);
        return lacks && !hasProvider(misused) && !gone(misused, own);
    }

    static boolean pendingMark(IrpMisused misused, boolean own) {
        return isDispatchRoutine(misused) || (is(misused, MARK_PENDING) && !own && !gone(misused, own));
    }

    static boolean markedOwn(IrpMisused misused, boolean own) {
        return is(misused, MARK_PENDING) && own && !gone(misused, own);
    }

    private static boolean isDispatchRoutine(IrpMisused misused) {
        return is(misused, "dispatch routine");
    }

    private static boolean is(IrpMisused misused, String routine) {
        return misused.routine().equals(routine);
    }

    private static boolean isWskFunction(IrpMisused misused) {
        return WskFunction.byName(misused.routine()).isPresent();
    }

    private static boolean hasProvider(IrpMisused misused) {
        return misused.state() == IrpState.OWNED_BY_PROVIDER;
    }
}
