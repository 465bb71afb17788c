package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimDuration;

/**
 * The constants of one host's TCP, with presets for Windows generations.
 *
 * <p>Sources by short name. <em>KB175523</em>: "Winsock TCP connection performance to unused ports", for the SYN
 * re-sent after a RST. <em>KB2472264</em> and <em>KB2786464</em>: the tunable initial RTO and SYN retransmissions of
 * Windows 7 and Server 2008 R2. <em>Get-NetTCPSetting</em>: its documentation and published outputs. <em>speasy
 * 344</em>: pull request 344 of SciQLop/speasy, and <em>nmap 2113</em>: issue 2113 of nmap, both with measured connect
 * times. <em>libuv 2896</em>: pull request 2896 of libuv, on refusals that take two seconds on loopback.
 *
 * @param initialRtoNanos the retransmission time-out of the first SYN; it doubles with every retransmission. 3 s up to
 *     Windows 7 (KB2472264), 1 s now (Get-NetTCPSetting, RFC 6298)
 * @param minRtoNanos the least retransmission time-out once the round trip is known: 300 ms (Get-NetTCPSetting,
 *     template Internet)
 * @param maxRtoNanos the greatest retransmission time-out: 60 s (speasy 344: six retransmissions take 1+2+4+8+16+32+60
 *     s)
 * @param synRetransmissions how often a SYN is sent again at most, be it after silence or after a RST: 2 up to Windows
 *     7 (KB2786464), 4 now (Get-NetTCPSetting)
 * @param connectCapNanos when an active open is given up whatever its retransmissions say, or {@link #NO_CAP}. 21 s
 *     now: four retransmissions were measured to take 21 s where the sum of the time-outs is 31 s (speasy 344, nmap
 *     2113). Assumption: the mechanism is not documented
 * @param rstRetryNanos how long after a RST the SYN is sent again: 500 ms (KB175523, libuv 2896)
 * @param synAckRetransmissions how often a SYN+ACK is sent again at most: 2 (TcpMaxConnectResponseRetransmissions of
 *     the Windows 2000 registry reference; assumption: unchanged since)
 * @param dataRetransmissions how often anything else is sent again at most, here a FIN: 5 (TcpMaxDataRetransmissions)
 * @param timeWaitNanos twice the maximum segment lifetime: 120 s (TcpTimedWaitDelay of the Server 2003 registry
 *     reference; assumption: unchanged since)
 * @param finWait2Nanos how long FIN-WAIT-2 lasts at most: 120 s (assumption, after TcpFinWait2Delay)
 * @param challengeAckNanos the least time between two ACKs that answer mere unacceptable ACKs, so that two ends which
 *     disagree do not answer each other for ever: 500 ms (RFC 5961 section 7 asks for a limit; assumption: the value)
 * @param failConnectOnIcmpError whether an ICMP error fails an active open at once, as TCP_FAIL_CONNECT_ON_ICMP_ERROR
 *     asks; off by default (Win32 page IPPROTO_TCP socket options)
 * @param receiveWindow RCV.WND in bytes before data has come: 65,535 (assumption)
 * @param windowScale the shift count offered in a SYN: 8 (assumption, as captures of Windows 10 show); {@link
 *     dev.wsksim.net.packet.TcpOptions#ABSENT} offers none
 * @param transfer what matters once data flows
 */
public record TcpParameters(
        long initialRtoNanos,
        long minRtoNanos,
        long maxRtoNanos,
        int synRetransmissions,
        long connectCapNanos,
        long rstRetryNanos,
        int synAckRetransmissions,
        int dataRetransmissions,
        long timeWaitNanos,
        long finWait2Nanos,
        long challengeAckNanos,
        boolean failConnectOnIcmpError,
        int receiveWindow,
        int windowScale,
        TransferParameters transfer) {

    /** In place of a cap: only the retransmissions limit an active open. */
    public static final long NO_CAP = Long.MAX_VALUE;

    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    /** SYN at 0, 3 and 9 s, given up at 21 s (KB2472264, KB2786464). */
    public static final TcpParameters WINDOWS_7 = preset(3 * SECOND, 2, NO_CAP, TransferParameters.WINDOWS_7);

    /** SYN at 0, 1, 3, 7 and 15 s, given up at 21 s (speasy 344, nmap 2113). */
    public static final TcpParameters WINDOWS_10 = preset(SECOND, 4, 21 * SECOND, TransferParameters.WINDOWS_10);

    /** As Windows 10 (Get-NetTCPSetting). */
    public static final TcpParameters WINDOWS_11 = WINDOWS_10;

    /** As Windows 10 (Get-NetTCPSetting). */
    public static final TcpParameters SERVER_2022 = WINDOWS_10;

    public TcpParameters {
        if (initialRtoNanos < 1 || minRtoNanos < 1 || maxRtoNanos < initialRtoNanos || connectCapNanos < 1) {
            throw new IllegalArgumentException(
                    "retransmission time-outs and caps are at least 1ns, and none is above the greatest");
        }
        if (synRetransmissions < 0 || synAckRetransmissions < 0 || dataRetransmissions < 0) {
            throw new IllegalArgumentException("a number of retransmissions is not negative");
        }
        if (rstRetryNanos < 0 || timeWaitNanos < 0 || finWait2Nanos < 0 || challengeAckNanos < 0) {
            throw new IllegalArgumentException("a duration is not negative");
        }
    }

    private static TcpParameters preset(
            long initialRtoNanos, int synRetransmissions, long connectCapNanos, TransferParameters transfer) {
        return new TcpParameters(
                initialRtoNanos,
                300 * MILLISECOND,
                60 * SECOND,
                synRetransmissions,
                connectCapNanos,
                500 * MILLISECOND,
                2,
                5,
                120 * SECOND,
                120 * SECOND,
                500 * MILLISECOND,
                false,
                65_535,
                8,
                transfer);
    }

    /** Returns these parameters with another initial retransmission time-out. */
    public TcpParameters withInitialRto(SimDuration rto) {
        return change().initialRto(rto).build();
    }

    /**
     * Returns these parameters with another number of SYN retransmissions. More of them than before also lift the cap:
     * six were measured to take 123 s on Windows 10 (speasy 344).
     */
    public TcpParameters withSynRetransmissions(int retransmissions) {
        return change().synRetransmissions(retransmissions).build();
    }

    /** Returns these parameters with another limit to the whole of an active open. */
    public TcpParameters withConnectCap(SimDuration cap) {
        return change().connectCap(cap).build();
    }

    /** Returns these parameters with another TIME-WAIT; zero leaves it out. */
    public TcpParameters withTimeWait(SimDuration timeWait) {
        return change().timeWait(timeWait).build();
    }

    /** Returns these parameters with ICMP errors failing an active open, or not. */
    public TcpParameters withFailConnectOnIcmpError(boolean fail) {
        return change().failConnectOnIcmpError(fail).build();
    }

    /** Returns these parameters with another receive window before data has come, and another shift count. */
    public TcpParameters withReceiveWindow(int newReceiveWindow, int newWindowScale) {
        return change().receiveWindow(newReceiveWindow)
                .windowScale(newWindowScale)
                .build();
    }

    /** Returns these parameters with other constants of the transfer. */
    public TcpParameters withTransfer(TransferParameters newTransfer) {
        return change().transfer(newTransfer).build();
    }

    private TcpParametersBuilder change() {
        return new TcpParametersBuilder(this);
    }
}
