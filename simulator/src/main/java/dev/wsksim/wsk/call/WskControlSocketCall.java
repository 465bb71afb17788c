package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.control.DescriptorEvent;
import dev.wsksim.wsk.control.EventCallbackOption;
import dev.wsksim.wsk.control.OptionOutcome;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.control.SocketOption;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.WskSocket;
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
            WskServices services, @Nullable WskSocket socket, SocketControlRequest request, @Nullable Irp irp) {
        super(services, WskFunction.WskControlSocket, socket, irp);
        this.request = request;
    }

    /** Plays a call of WskControlSocket up to its return. */
    public static NtStatus call(
            WskServices services, @Nullable WskSocket socket, SocketControlRequest request, @Nullable Irp irp) {
        return new WskControlSocketCall(services, socket, request, irp).run();
    }

    @Override
    void requireSimulated() {
        if (!EventCallbackOption.is(request)) {
            option();
        }
    }

    @Override
    boolean worksWithoutIrp() {
        return EventCallbackOption.is(request);
    }

    @Override
    NtStatus runWithoutIrp() {
        if (!EventCallbackOption.is(request)) {
            return super.runWithoutIrp();
        }
        NtStatus unusable = judgeState();
        if (unusable != NtStatus.STATUS_SUCCESS) {
            return unusable;
        }
        client().callEntered();
        EventCallbackOption.Outcome outcome = EventCallbackOption.apply(target(), request);
        client().callReturned();
        if (environment().trace().isActive()) {
            environment().trace().emit(new WskCallSettled(function(), 0, outcome.status(), outcome.reason()));
        }
        return outcome.status();
    }

    private void controlEvents() {
        EventCallbackOption.Outcome outcome = EventCallbackOption.apply(target(), request);
        EventFlag running = outcome.running();
        if (running != null) {
            awaitReturn(running);
        } else if (outcome.status() == NtStatus.STATUS_SUCCESS) {
            settle(outcome.status(), outcome.reason());
        } else {
            refuse(outcome.status(), outcome.reason());
        }
    }

    /** The event is off, but the driver is told only when the calls that run have returned. */
    private void awaitReturn(EventFlag running) {
        target().events().whenReturned(() -> {
            if (isSettled()) {
                return;
            }
            if (target().events().isRunning(running)) {
                awaitReturn(running);
            } else {
                settle(NtStatus.STATUS_SUCCESS, "the last running call of " + running + " has returned");
            }
        });
    }

    private SocketOption option() {
        return SocketOption.of(request).orElseThrow(() -> SocketOption.notSimulated(request));
    }

    @Override
    void startOnOpenSocket() {
        if (EventCallbackOption.is(request)) {
            controlEvents();
            return;
        }
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
        // Only disabling an event waits; the event is off already, whoever hears of it.
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
