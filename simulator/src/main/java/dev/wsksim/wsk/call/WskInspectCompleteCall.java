package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.socket.InspectCompletion;
import dev.wsksim.wsk.socket.ListenRole;
import dev.wsksim.wsk.socket.ListenSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskInspectComplete: ends an inspection that WskInspectEvent has left pending.
 *
 * <p>With WskInspectAccept the handshake goes on, with WskInspectReject the request is dropped. For a request that was
 * aborted it succeeds without effect; an InspectID that is NULL or unknown, one whose inspection was completed before,
 * and WskInspectPend or another Action are STATUS_INVALID_PARAMETER (assumptions, OQ-14). While WskInspectEvent still
 * runs, a decision says whether the call succeeds; then it counts if the callback returns WskInspectPend (assumption,
 * OQ-124). A socket without conditional accept, or not bound, is STATUS_INVALID_DEVICE_STATE (assumption, OQ-27).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_inspect_complete.
 */
public final class WskInspectCompleteCall extends SocketCall {

    private final @Nullable WskInspectId inspectId;
    private final WskInspectAction action;

    private WskInspectCompleteCall(
            WskServices services,
            @Nullable ListenSocket socket,
            @Nullable WskInspectId inspectId,
            WskInspectAction action,
            @Nullable Irp irp) {
        super(services, WskFunction.WskInspectComplete, socket, irp);
        this.inspectId = inspectId;
        this.action = action;
    }

    /** Plays a call of WskInspectComplete up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable ListenSocket socket,
            @Nullable WskInspectId inspectId,
            WskInspectAction action,
            @Nullable Irp irp) {
        return new WskInspectCompleteCall(services, socket, inspectId, action, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        ListenRole role = target().listenRole();
        if (role == null) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + target().state().text() + ", not listening (assumption, OQ-27)");
        } else if (!role.isConditional()) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "SO_CONDITIONAL_ACCEPT is not set on the socket (assumption, OQ-27)");
        } else if (inspectId == null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "InspectID is NULL (assumption)");
        } else if (!action.isDocumented()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Action is " + action + " (assumption, OQ-14)");
        } else {
            complete(role, inspectId);
        }
    }

    private void complete(ListenRole role, WskInspectId id) {
        InspectCompletion completion = role.completeInspection(id, action);
        if (completion.status() == NtStatus.STATUS_SUCCESS) {
            settle(completion.status(), completion.reason());
        } else {
            refuse(completion.status(), completion.reason());
        }
    }

    @Override
    void abandon() {
        throw new AssertionError("WskInspectComplete is settled as soon as it starts, so nothing is left to cancel");
    }

    @Override
    CallArguments arguments() {
        return withIrp(
                socketArguments("ListenSocket").pointer("InspectID", inspectId).pointer("Action", action.name()));
    }
}
