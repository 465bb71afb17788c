package dev.wsksim.cli.bench;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Locale;

/**
 * What the verifier costs a run that sends and receives: the same work with the trace's digest alone and with the verifier
 * beside it, in turns, so that whatever else loads the machine slows both.
 *
 * @param name the name by which it is asked for
 * @param about what is measured
 * @param farEnd what echoes
 * @param messageBytes how long a message is
 */
public record VerifierCost(String name, String about, FarEnd farEnd, int messageBytes) {

    /** What echoes the messages. */
    public enum FarEnd {
        /** A host's own stack. */
        PEER,
        /** A driver on a second Windows host, with WskReceive and WskSend. */
        WINDOWS
    }

    private static final int ROUNDS = 7;
    private static final int KIBIBYTE = 1024;
    private static final double MEBIBYTE = 1 << 20;
    private static final double PERCENT = 100;

    /** Everything that can be measured, in the order in which it is. */
    public static final ImmutableList<VerifierCost> ALL = ImmutableList.of(
            new VerifierCost(
                    "wsk-bulk-verified",
                    "the verifier's cost: WskSend and WskReceive of 64 KiB, echoed by a peer",
                    FarEnd.PEER,
                    64 * KIBIBYTE),
            new VerifierCost(
                    "wsk-messages-verified",
                    "the verifier's cost: the same with messages of 1 KiB",
                    FarEnd.PEER,
                    KIBIBYTE),
            new VerifierCost(
                    "wsk-two-hosts-verified",
                    "the verifier's cost: messages of 1 KiB, echoed by a driver on a second Windows host",
                    FarEnd.WINDOWS,
                    KIBIBYTE));

    /** Makes the work. */
    public Workload work(boolean verified) {
        return new WskEcho(this, verified);
    }

    /** Measures and returns a line that tells both rates and the cost. */
    public String measure(Duration round) {
        TimedWork without = new TimedWork(work(false), ROUNDS, (long) MEBIBYTE);
        TimedWork with = new TimedWork(work(true), ROUNDS, (long) MEBIBYTE);
        if (!with.digest().equals(without.digest())) {
            throw new IllegalStateException("the verifier has changed the run: " + name);
        }
        without.warmUp(round);
        with.warmUp(round);
        for (int i = 0; i < ROUNDS; i++) {
            without.measure(i);
            with.measure(i);
        }
        return String.format(
                Locale.ROOT,
                "%-24s %10.2f MiB/s, %.2f without the verifier: it costs %.0f %%, and %.2f B/op; digest %s",
                name,
                with.rate() / MEBIBYTE,
                without.rate() / MEBIBYTE,
                PERCENT * (without.rate() / with.rate() - 1),
                with.bytesEach() - without.bytesEach(),
                with.digest());
    }

    @Override
    public String toString() {
        return name;
    }
}
