package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.control.DescriptorEvent;
import dev.wsksim.wsk.control.OptionOutcome;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.SocketOption;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskControlSocket: sets or gets a socket option, or performs an IOCTL.
 *
 * <p>The options simulated are those of {@link SocketOption}; each needs an IRP. Any other option and every IOCTL is
 * refused by name. Without an IRP an option fails with STATUS_INVALID_PARAMETER (assumption).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_control_socket, so-reuseaddr, so-exclusiveaddruse,
 * so-wsk-security.
 */
public final class WskControlSocketCall extends SocketCall {

    private final SocketControlRequest request;

    private WskControlSocketCall(
            WskServices services, @Nullable ConnectionSocket socket, SocketControlRequest request, @Nullable Irp irp) {
        super(services, WskFunction.WskControlSocket, socket, irp);
        this.request = request;
    }

    /** Plays a call of WskControlSocket up to its return. */
    public static NtStatus call(
            WskServices services, @Nullable ConnectionSocket socket, SocketControlRequest request, @Nullable Irp irp) {
        return new WskControlSocketCall(services, socket, request, irp).run();
    }

    @Override
    void requireSimulated() {
        option();
    }

    private SocketOption option() {
        return SocketOption.of(request).orElseThrow(() -> SocketOption.notSimulated(request));
    }

    @Override
    void startOnOpenSocket() {
        OptionOutcome outcome = option().apply(target(), request);
        DescriptorEvent event = outcome.event();
        if (event != null && environment().trace().isActive()) {
            environment().trace().emit(event);
        }
        if (outcome.status() == NtStatus.STATUS_SUCCESS) {
            settle(NtStatus.STATUS_SUCCESS, outcome.bytesReturned(), null, outcome.reason());
        } else {
            refuse(outcome.status(), outcome.reason());
        }
    }

    @Override
    void abandon() {
        throw new AssertionError("an option is settled as soon as it starts, so nothing is left to cancel");
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
