package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.TcpParameters;
import java.util.Arrays;
import java.util.StringJoiner;

/** Tells in words when a connect sends its SYNs and gives up, worked out from the constants of a profile. */
public final class ConnectTiming {
    private ConnectTiming() {}

    /** Returns one sentence for each profile. */
    public static ImmutableList<String> ofAllProfiles() {
        return Arrays.stream(Profile.values())
                .map(profile -> profile.label() + ": " + of(profile.tcp()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns in one sentence how a connect goes with these constants when nothing answers, and when every SYN is
     * answered by a RST.
     */
    public static String of(TcpParameters tcp) {
        StringJoiner syns = new StringJoiner(", ");
        long at = 0;
        long rto = tcp.initialRtoNanos();
        for (int i = 0; i <= tcp.synRetransmissions(); i++) {
            syns.add(new SimTime(at).toString());
            at += rto;
            rto = Math.min(2 * rto, tcp.maxRtoNanos());
        }
        SimTime givenUp = new SimTime(Math.min(at, tcp.connectCapNanos()));
        SimTime refusal = new SimTime(tcp.synRetransmissions() * tcp.rstRetryNanos());
        return "SYN at " + syns + "; without an answer STATUS_IO_TIMEOUT at " + givenUp
                + "; with a RST to every SYN STATUS_CONNECTION_REFUSED after about " + refusal + " and the round trips";
    }
}
