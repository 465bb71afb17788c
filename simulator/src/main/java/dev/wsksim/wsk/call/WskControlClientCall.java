package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.ClientControlCode;
import dev.wsksim.wsk.control.ClientControlOutcome;
import dev.wsksim.wsk.control.ClientControlRequest;
import dev.wsksim.wsk.control.DescriptorEvent;
import org.jspecify.annotations.Nullable;

/**
 * WskControlClient: performs a control operation that is not about one socket.
 *
 * <p>The codes simulated are those of {@link ClientControlCode}. All of them demand that no IRP is given, so the result
 * is the return value; an IRP given all the same is left untouched and the call fails with STATUS_INVALID_PARAMETER
 * (assumption). A bad client is STATUS_INVALID_HANDLE (assumption, as for WskSocket).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_control_client, wsk-transport-list-query, wsk-cache-sd,
 * wsk-release-sd.
 */
public final class WskControlClientCall {

    private final WskServices services;
    private final @Nullable WskClient client;
    private final ClientControlRequest request;
    private final @Nullable Irp irp;

    private WskControlClientCall(
            WskServices services, @Nullable WskClient client, ClientControlRequest request, @Nullable Irp irp) {
        this.services = services;
        this.client = client;
        this.request = request;
        this.irp = irp;
    }

    /** Plays a call of WskControlClient. */
    public static NtStatus call(
            WskServices services, @Nullable WskClient client, ClientControlRequest request, @Nullable Irp irp) {
        return new WskControlClientCall(services, client, request, irp).run();
    }

    private NtStatus run() {
        WskEnvironment environment = services.environment();
        WskFunction function = WskFunction.WskControlClient;
        long irpNumber = irp == null ? 0 : irp.number();
        if (environment.trace().isActive()) {
            environment.trace().emit(entered(irpNumber));
        }
        environment.requireRunning(function);
        environment.processor().requireAtMost(function.maxIrql(), function.name(), function.page());
        ClientControlOutcome outcome = judgeAndPerform();
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallSettled(function, irpNumber, outcome.status(), outcome.reason()));
            environment.trace().emit(new WskCallReturned(function, irpNumber, outcome.status()));
        }
        return outcome.status();
    }

    private ClientControlOutcome judgeAndPerform() {
        WskClient caller = client;
        if (caller == null || !caller.isCaptured()) {
            return ClientControlOutcome.of(NtStatus.STATUS_INVALID_HANDLE, "Client is not a captured client");
        }
        ClientControlCode code = ClientControlCode.byValue(request.controlCode())
                .orElseThrow(() -> ClientControlCode.notSimulated(request.controlCode()));
        if (irp != null) {
            return ClientControlOutcome.of(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    code + " demands that Irp is NULL (the status is an assumption)");
        }
        caller.callEntered();
        ClientControlOutcome outcome = code.perform(caller, services.transports(), request);
        DescriptorEvent event = outcome.event();
        if (event != null && services.environment().trace().isActive()) {
            services.environment().trace().emit(event);
        }
        caller.callReturned();
        return outcome;
    }

    private WskCallEntered entered(long irpNumber) {
        WskEnvironment environment = services.environment();
        CallArguments arguments = new CallArguments()
                .client(client)
                .pointer("ControlCode", ClientControlCode.nameOf(request.controlCode()))
                .number("InputSize", request.inputSize())
                .pointer("InputBuffer", request.inputText())
                .number("OutputSize", request.outputSize())
                .context("OutputBuffer", request.output())
                .context("OutputSizeReturned", request.outputSizeReturned())
                .pointer("Irp", irp);
        return new WskCallEntered(
                WskFunction.WskControlClient,
                irpNumber,
                environment.processor().currentThread().name(),
                environment.processor().currentIrql(),
                arguments.texts(),
                arguments.subject());
    }
}
