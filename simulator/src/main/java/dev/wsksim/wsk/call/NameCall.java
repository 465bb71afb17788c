package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.name.DnsFailure;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.name.NameService;
import org.jspecify.annotations.Nullable;

/**
 * A call in flight of WskGetAddressInfo or WskGetNameInfo: judges under whose name it looks, and says what a failed look-up
 * comes to.
 *
 * <p>OwningThread needs an OwningProcess, and neither may be given while the calling thread impersonates:
 * STATUS_INVALID_PARAMETER. Under which account a name is looked up makes no difference here, since the scripted DNS
 * answers everybody alike. A client that is NULL or holds no capture is STATUS_INVALID_HANDLE without touching the IRP
 * (assumption, as for WskSocket).
 */
abstract class NameCall extends WskCall {

    private final @Nullable WskClient passedClient;
    private final @Nullable EProcess owningProcess;
    private final @Nullable EThread owningThread;

    NameCall(
            WskServices services,
            WskFunction function,
            @Nullable WskClient passedClient,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp passedIrp) {
        super(services, function, passedIrp);
        this.passedClient = passedClient;
        this.owningProcess = owningProcess;
        this.owningThread = owningThread;
    }

    @Override
    final NtStatus judgeHandles() {
        boolean usable = passedClient != null && passedClient.isCaptured();
        return usable ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_INVALID_HANDLE;
    }

    @Override
    final WskClient client() {
        WskClient client = passedClient;
        if (client == null) {
            throw new AssertionError("the client was judged before");
        }
        return client;
    }

    final NameService names() {
        return services().names();
    }

    /** Returns why the process and the thread cannot be given like this, or null. */
    final @Nullable String wrongOwner() {
        boolean impersonates = environment().processor().currentThread().impersonationToken() != null;
        if (owningThread != null && owningProcess == null) {
            return "OwningThread is given without OwningProcess";
        }
        if (impersonates && owningProcess != null) {
            return "OwningProcess is given while the calling thread impersonates";
        }
        return null;
    }

    /** Fails the call at once because of an argument. */
    final void refuseParameter(String reason) {
        refuse(NtStatus.STATUS_INVALID_PARAMETER, reason);
    }

    /** Settles the call with the status for what is not known. */
    final void settleUnknown(String reason) {
        settle(names().unknownName(), reason);
    }

    /** Settles the call because a look-up failed. */
    final void settleFailed(DnsFailure failure) {
        switch (failure) {
            case NAME_ERROR -> settleUnknown(failure.sentence());
            case NOT_READY ->
                settle(NtStatus.STATUS_INTERNAL_ERROR, failure.sentence() + " (as client drivers report)");
            case SERVER_FAILURE, NO_ANSWER -> settle(unansweredStatus(), failure.sentence());
        }
    }

    private NtStatus unansweredStatus() {
        int answer = environment().decisions().choose(WskDecisions.UNANSWERED_NAME_STATUS, irpNumber());
        return answer == WskDecisions.AS_FOR_AN_UNKNOWN_NAME
                ? names().unknownName()
                : NtStatus.byName(WskDecisions.UNANSWERED_NAME_STATUS.optionName(answer))
                        .orElseThrow();
    }

    /** Begins to collect the arguments. */
    final CallArguments clientArguments() {
        return new CallArguments().client(passedClient);
    }

    /** Adds the arguments that both functions have at the end. */
    final CallArguments withOwner(CallArguments arguments) {
        return arguments
                .pointer("OwningProcess", owningProcess)
                .pointer("OwningThread", owningThread)
                .pointer("Irp", passedIrp());
    }
}
