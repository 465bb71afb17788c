package dev.wsksim.cli.bench;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One thing that {@code wsksim bench} can measure.
 *
 * @param name the name by which it is asked for
 * @param about what is measured
 * @param unit what one operation is counted in
 * @param digested how many operations the digest sums up
 * @param work makes the work
 */
public record NetworkFigure(String name, String about, Unit unit, long digested, Supplier<Workload> work) {

    private static final int MANY = 10_000;
    private static final int OPEN = 100_000;
    private static final long MEBIBYTE = 1 << 20;

    /** How a rate is written. */
    public enum Unit {
        /** Operations that are bytes, as MiB a second. */
        BYTES(MEBIBYTE, "MiB/s"),
        /** Operations that are messages or connections, as millions a second. */
        PIECES(1_000_000, "M/s"),
        /** Operations that are steps of a scenario, as thousands a second. */
        STEPS(1_000, "k/s");

        private final double divisor;
        private final String label;

        Unit(double divisor, String label) {
            this.divisor = divisor;
            this.label = label;
        }

        String text(double rate) {
            return String.format(Locale.ROOT, "%.2f", rate / divisor);
        }
    }

    /** Everything that can be measured, in the order in which it is. */
    public static final ImmutableList<NetworkFigure> ALL = ImmutableList.of(
            new NetworkFigure(
                    "tcp-bulk",
                    "one TCP flow, real bytes copied in and out, 1448-byte segments, 1 Gbit/s, 1 ms",
                    Unit.BYTES,
                    16 * MEBIBYTE,
                    () -> new BulkTransfer(false)),
            new NetworkFigure(
                    "udp-ping-pong",
                    "UDP messages of 64 bytes to and fro",
                    Unit.PIECES,
                    MANY,
                    () -> new UdpPingPong(false)),
            new NetworkFigure(
                    "wsk-udp-ping-pong",
                    "WskSendTo and WskReceiveFrom of 64 bytes to and fro, one reused IRP at each end",
                    Unit.PIECES,
                    MANY,
                    () -> new WskUdpPingPong(false)),
            connects("tcp-connect", "TCP connect + close, one after the other", 1, 0),
            connects("tcp-connect-overlapping", "TCP connect + close, 10,000 at once", MANY, 0),
            connects("tcp-connect-100-open", "TCP connect + close, beside 100 open connections", 1, 100),
            connects("tcp-connect-100000-open", "TCP connect + close, beside 100,000 open connections", 1, OPEN),
            new NetworkFigure(
                    "wsk-bulk",
                    "WskSend and WskReceive of real bytes on one connection, 1 Gbit/s, 1 ms",
                    Unit.BYTES,
                    16 * MEBIBYTE,
                    () -> new WskBulkTransfer(false)),
            new NetworkFigure(
                    "wsk-connect",
                    "WskSocketConnect + WskCloseSocket, one after the other",
                    Unit.PIECES,
                    MANY,
                    () -> new WskConnectClose(false, 1)),
            new NetworkFigure(
                    "wsk-connect-overlapping",
                    "WskSocketConnect + WskCloseSocket, 10,000 at once",
                    Unit.PIECES,
                    MANY,
                    () -> new WskConnectClose(false, MANY)),
            new NetworkFigure(
                    "scenario-check",
                    "steps of a scenario of 1,000 that are read and checked",
                    Unit.STEPS,
                    MANY,
                    ScenarioLoading::new),
            new NetworkFigure(
                    "trace-json-lines",
                    "entries of a trace of a scenario that are written as JSON lines",
                    Unit.PIECES,
                    MANY,
                    TraceWriting::new));

    private static NetworkFigure connects(String name, String about, int overlapping, int open) {
        return new NetworkFigure(name, about, Unit.PIECES, MANY, () -> new StackConnectClose(false, overlapping, open));
    }

    /** Returns a line with what was measured. */
    public String line(TimedWork measured) {
        return String.format(
                Locale.ROOT,
                "%-24s %10s %-5s (%s to %s) %7.1f B/op  digest %s",
                name,
                unit.text(measured.rate()),
                unit.label,
                unit.text(measured.slowest()),
                unit.text(measured.fastest()),
                measured.bytesEach(),
                measured.digest());
    }

    @Override
    public String toString() {
        return name;
    }
}
