package dev.wsksim.wsk.call;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.socket.RetainedIndications;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskRelease: gives an indication list back that the driver kept.
 *
 * <p>Takes no IRP. STATUS_INVALID_PARAMETER for anything but the very pointer that a callback was given and for which it
 * returned STATUS_PENDING, for a second release, and between the call of WskCloseSocket and the end of the close
 * (assumption, OQ-42); a NULL socket is STATUS_INVALID_HANDLE (assumption). While the callback still runs, a decision
 * says whether the call succeeds; then it counts if the callback returns STATUS_PENDING (assumption, OQ-124).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_release_data_indication_list,
 * nc-wsk-pfn_wsk_release_datagram_indication_list.
 */
public final class WskReleaseCall {

    /**
     * What a call comes to.
     *
     * @param status what it returns
     * @param reason why, in words
     */
    private record Outcome(NtStatus status, String reason) {

        static final Outcome RELEASED = new Outcome(NtStatus.STATUS_SUCCESS, "the list belongs to the provider again");
        static final Outcome EARLY = new Outcome(
                NtStatus.STATUS_SUCCESS,
                "the callback that was given the list still runs: this counts if it returns STATUS_PENDING"
                        + " (assumption, OQ-124)");
        static final Outcome TOO_EARLY = invalid(
                "the callback that was given the list has not returned STATUS_PENDING yet (assumption, OQ-124)");
        static final Outcome NOT_KEPT = invalid("no list was kept whose head this is");

        static Outcome invalid(String reason) {
            return new Outcome(NtStatus.STATUS_INVALID_PARAMETER, reason);
        }
    }

    /** Tells what becomes of a list of a socket that is open. */
    private interface Judge {
        Outcome judge(WskSocket socket);
    }

    private WskReleaseCall() {}

    private static NtStatus call(
            WskServices services, @Nullable WskSocket socket, String parameter, @Nullable Object head, Judge judge) {
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
        Outcome outcome = outcome(socket, judge);
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallSettled(function, 0, outcome.status(), outcome.reason()));
            environment.trace().emit(new WskCallReturned(function, 0, outcome.status()));
        }
        return outcome.status();
    }

    /** Plays a call of WskRelease for a list of received bytes. */
    public static NtStatus data(
            WskServices services, @Nullable WskSocket socket, @Nullable WskDataIndication dataIndication) {
        return call(services, socket, "DataIndication", dataIndication, open -> judge(services, open, dataIndication));
    }

    private static Outcome judge(WskServices services, WskSocket socket, @Nullable WskDataIndication head) {
        if (head == null) {
            return Outcome.NOT_KEPT;
        }
        RetainedIndications kept = socket.retained();
        if (kept.release(head)) {
            return Outcome.RELEASED;
        }
        return kept.isLent(head) ? early(services, socket, () -> kept.releaseEarly(head)) : Outcome.NOT_KEPT;
    }

    /** Plays a call of WskRelease for a list of datagrams. */
    public static NtStatus datagrams(
            WskServices services, @Nullable WskSocket socket, @Nullable WskDatagramIndication datagramIndication) {
        return call(
                services,
                socket,
                "DatagramIndication",
                datagramIndication,
                open -> judge(services, open, datagramIndication));
    }

    private static Outcome judge(WskServices services, WskSocket socket, @Nullable WskDatagramIndication head) {
        if (head == null) {
            return Outcome.NOT_KEPT;
        }
        RetainedIndications kept = socket.retained();
        if (kept.release(head)) {
            return Outcome.RELEASED;
        }
        return kept.isLent(head) ? early(services, socket, () -> kept.releaseEarly(head)) : Outcome.NOT_KEPT;
    }

    /** Judges a call for a list whose callback still runs. */
    private static Outcome early(WskServices services, WskSocket socket, Runnable release) {
        boolean counts = services.environment()
                .decisions()
                .chooses(WskDecisions.EARLY_RELEASE, WskDecisions.COUNTS, socket.number());
        if (!counts) {
            return Outcome.TOO_EARLY;
        }
        release.run();
        return Outcome.EARLY;
    }

    private static Outcome outcome(@Nullable WskSocket socket, Judge judge) {
        if (socket == null) {
            return new Outcome(NtStatus.STATUS_INVALID_HANDLE, "the socket is NULL (assumption)");
        }
        if (socket.state() == SocketState.CLOSED) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    "WskRelease was called on " + socket
                            + " after WskCloseSocket or the provider had closed it: the memory of WSK_SOCKET is gone",
                    "nc-wsk-pfn_wsk_close_socket");
        }
        if (socket.state() == SocketState.CLOSING) {
            return Outcome.invalid(
                    "WskCloseSocket was called before: lists are released before it (assumption, OQ-42)");
        }
        return judge.judge(socket);
    }
}
