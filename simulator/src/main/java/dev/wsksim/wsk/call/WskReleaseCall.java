package dev.wsksim.wsk.call;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.socket.RetainedIndications;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * WskRelease: gives an indication list back that the driver kept.
 *
 * <p>Takes no IRP. STATUS_INVALID_PARAMETER for anything but the very pointer that a callback was given and for which it
 * returned STATUS_PENDING, for a second release, and between the call of WskCloseSocket and the end of the close
 * (assumption, OQ-42); a NULL socket is STATUS_INVALID_HANDLE (assumption).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_release_data_indication_list,
 * nc-wsk-pfn_wsk_release_datagram_indication_list.
 */
public final class WskReleaseCall {

    private WskReleaseCall() {}

    private static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            String parameter,
            @Nullable Object head,
            Predicate<RetainedIndications> release) {
        WskEnvironment environment = services.environment();
        WskFunction function = WskFunction.WskRelease;
        if (environment.trace().isActive()) {
            CallArguments arguments =
                    new CallArguments().socket("Socket", socket).context(parameter, head);
            environment
                    .trace()
                    .emit(new WskCallEntered(
                            function,
                            0,
                            environment.processor().currentThread().name(),
                            environment.processor().currentIrql(),
                            arguments.texts(),
                            arguments.subject()));
        }
        environment.requireRunning(function);
        environment.processor().requireAtMost(function.maxIrql(), function.name(), function.page());
        NtStatus status = judge(socket, head, release);
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallSettled(function, 0, status, reason(socket, status)));
            environment.trace().emit(new WskCallReturned(function, 0, status));
        }
        return status;
    }

    /** Plays a call of WskRelease for a list of received bytes. */
    public static NtStatus data(
            WskServices services, @Nullable WskSocket socket, @Nullable WskDataIndication dataIndication) {
        return call(
                services,
                socket,
                "DataIndication",
                dataIndication,
                kept -> dataIndication != null && kept.release(dataIndication));
    }

    /** Plays a call of WskRelease for a list of datagrams. */
    public static NtStatus datagrams(
            WskServices services, @Nullable WskSocket socket, @Nullable WskDatagramIndication datagramIndication) {
        return call(
                services,
                socket,
                "DatagramIndication",
                datagramIndication,
                kept -> datagramIndication != null && kept.release(datagramIndication));
    }

    private static NtStatus judge(
            @Nullable WskSocket socket, @Nullable Object head, Predicate<RetainedIndications> release) {
        if (socket == null) {
            return NtStatus.STATUS_INVALID_HANDLE;
        }
        if (socket.state() == SocketState.CLOSED) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    "WskRelease was called on " + socket
                            + " after WskCloseSocket or the provider had closed it: the memory of WSK_SOCKET is gone",
                    "nc-wsk-pfn_wsk_close_socket");
        }
        boolean mayRelease = head != null && socket.retainedCount() > 0 && socket.state() != SocketState.CLOSING;
        return mayRelease && release.test(socket.retained())
                ? NtStatus.STATUS_SUCCESS
                : NtStatus.STATUS_INVALID_PARAMETER;
    }

    private static String reason(@Nullable WskSocket socket, NtStatus status) {
        return switch (status) {
            case STATUS_SUCCESS -> "the list belongs to the provider again";
            case STATUS_INVALID_HANDLE -> "the socket is NULL (assumption)";
            default ->
                socket != null && socket.state() == SocketState.CLOSING
                        ? "WskCloseSocket was called before: lists are released before it (assumption, OQ-42)"
                        : "no list was kept whose head this is";
        };
    }
}
