package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.control.ControlOutcome;
import dev.wsksim.wsk.control.IrpDemand;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.control.SocketOperations;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskControlSocket: sets or gets a socket option, or performs an IOCTL.
 *
 * <p>The options and IOCTLs are those of {@link SocketOperations}, where each says what it demands and answers; whatever
 * else has a name is refused by name, and a number without a name is STATUS_NOT_SUPPORTED (assumption). Without an IRP
 * where one is required, and with one where none may be, the call fails with STATUS_INVALID_PARAMETER (assumption,
 * OQ-60).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL, PASSIVE_LEVEL for the IOCTLs about address lists. Source:
 * nc-wsk-pfn_wsk_control_socket and the page of each operation.
 */
public final class WskControlSocketCall extends SocketCall {

    private final SocketControlRequest request;
    private final @Nullable SocketOperation operation;
    private final ControlCall control = new ControlCall(this);

    private WskControlSocketCall(
            WskServices services, @Nullable WskSocket socket, SocketControlRequest request, @Nullable Irp irp) {
        super(services, WskFunction.WskControlSocket, socket, irp);
        this.request = request;
        this.operation = SocketOperations.of(request);
    }

    /** Plays a call of WskControlSocket up to its return. */
    public static NtStatus call(
            WskServices services, @Nullable WskSocket socket, SocketControlRequest request, @Nullable Irp irp) {
        return new WskControlSocketCall(services, socket, request, irp).run();
    }

    @Override
    Irql maxIrql() {
        return operation == null ? super.maxIrql() : operation.maxIrql();
    }

    @Override
    void requireSimulated() {
        if (operation == null) {
            SocketOperations.requireSimulated(request);
        }
    }

    @Override
    boolean worksWithoutIrp() {
        return operation == null || operation.irp() != IrpDemand.REQUIRED;
    }

    @Override
    boolean forbidsIrp() {
        return operation != null && operation.irp() == IrpDemand.FORBIDDEN;
    }

    @Override
    NtStatus runWithoutIrp() {
        if (!worksWithoutIrp()) {
            return super.runWithoutIrp();
        }
        NtStatus unusable = judgeState();
        if (unusable != NtStatus.STATUS_SUCCESS) {
            return unusable;
        }
        client().callEntered();
        ControlOutcome outcome = perform();
        client().callReturned();
        Variable<Long> sizeReturned = request.outputSizeReturned();
        if (sizeReturned != null && outcome.bytesReturned() > 0) {
            sizeReturned.set(outcome.bytesReturned());
        }
        return control.returned(outcome);
    }

    private ControlOutcome perform() {
        return SocketOperations.perform(operation, target(), request, environment());
    }

    @Override
    void startOnOpenSocket() {
        holdParameter("InputBuffer", request.input());
        holdParameter("OutputBuffer", request.output());
        control.settle(perform());
    }

    @Override
    void abandon() {
        control.abandon();
    }

    @Override
    CallArguments arguments() {
        CallArguments arguments = socketArguments()
                .pointer("RequestType", request.requestTypeName())
                .pointer("ControlCode", request.controlCodeName())
                .number("Level", request.level())
                .number("InputSize", request.inputSize())
                .pointer("InputBuffer", request.inputText())
                .descriptor(request.securityDescriptorToSet())
                .number("OutputSize", request.outputSize())
                .context("OutputBuffer", request.output())
                .context("OutputSizeReturned", request.outputSizeReturned());
        return withIrp(arguments);
    }
}
