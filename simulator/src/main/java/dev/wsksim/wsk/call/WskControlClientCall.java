package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.ClientControlRequest;
import dev.wsksim.wsk.control.ClientOperation;
import dev.wsksim.wsk.control.ControlOutcome;
import dev.wsksim.wsk.control.IrpDemand;
import org.jspecify.annotations.Nullable;

/**
 * WskControlClient: performs a control operation that is not about one socket.
 *
 * <p>The codes are those of {@link ClientOperation}; any other is STATUS_NOT_SUPPORTED (assumption). All but
 * WSK_TRANSPORT_LIST_CHANGE demand that no IRP is given, so that the result is the return value; an IRP given all the
 * same is left untouched and the call fails with STATUS_INVALID_PARAMETER (assumption, OQ-60), as it does without an IRP
 * where one is required. A bad client is STATUS_INVALID_HANDLE (assumption, as for WskSocket). Without an IRP it never
 * returns STATUS_PENDING (OQ-47). WskDeregister cancels what is pending.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_control_client and the page of each operation.
 */
public final class WskControlClientCall extends WskCall {

    private final @Nullable WskClient passedClient;
    private final ClientControlRequest request;
    private final @Nullable ClientOperation code;
    private final ControlCall control = new ControlCall(this);
    private final Runnable cancelForDeregister = this::cancelForDeregister;

    private WskControlClientCall(
            WskServices services, @Nullable WskClient client, ClientControlRequest request, @Nullable Irp irp) {
        super(services, WskFunction.WskControlClient, irp);
        this.passedClient = client;
        this.request = request;
        this.code = ClientOperation.byValue(request.controlCode()).orElse(null);
    }

    /** Plays a call of WskControlClient up to its return. */
    public static NtStatus call(
            WskServices services, @Nullable WskClient client, ClientControlRequest request, @Nullable Irp irp) {
        return new WskControlClientCall(services, client, request, irp).run();
    }

    @Override
    NtStatus judgeHandles() {
        return passedClient == null || !passedClient.isCaptured()
                ? NtStatus.STATUS_INVALID_HANDLE
                : NtStatus.STATUS_SUCCESS;
    }

    @Override
    WskClient client() {
        WskClient client = passedClient;
        if (client == null) {
            throw new AssertionError("the client was judged before");
        }
        return client;
    }

    @Override
    boolean worksWithoutIrp() {
        return code == null || code.irp() != IrpDemand.REQUIRED;
    }

    @Override
    boolean forbidsIrp() {
        return code != null && code.irp() == IrpDemand.FORBIDDEN;
    }

    @Override
    NtStatus runWithoutIrp() {
        if (!worksWithoutIrp()) {
            return super.runWithoutIrp();
        }
        client().callEntered();
        ControlOutcome outcome = perform();
        client().callReturned();
        return control.returned(outcome);
    }

    private ControlOutcome perform() {
        return ClientOperation.play(code, client(), services().transports(), request);
    }

    @Override
    void start() {
        ControlOutcome outcome = perform();
        if (outcome.awaited() != null) {
            client().addWhenDeregistering(cancelForDeregister);
        }
        control.settle(outcome);
    }

    @Override
    void abandon() {
        control.abandon();
    }

    private void cancelForDeregister() {
        cancelBy("WskDeregister");
    }

    @Override
    void completing() {
        client().removeWhenDeregistering(cancelForDeregister);
    }

    @Override
    CallArguments arguments() {
        return new CallArguments()
                .client(passedClient)
                .pointer("ControlCode", ClientOperation.nameOf(request.controlCode()))
                .number("InputSize", request.inputSize())
                .pointer("InputBuffer", request.inputText())
                .number("OutputSize", request.outputSize())
                .context("OutputBuffer", request.output())
                .context("OutputSizeReturned", request.outputSizeReturned())
                .pointer("Irp", passedIrp());
    }
}
