package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.CONNECTION;
import static dev.wsksim.wsk.socket.SocketCategory.LISTEN;
import static dev.wsksim.wsk.socket.SocketCategory.STREAM;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.socket.TcpSettings;
import java.util.function.Function;

/**
 * The options of the level IPPROTO_TCP. What a listening socket has is inherited by the sockets that it accepts. Source:
 * ipproto-tcp-socket-options of the Win32 pages.
 *
 * <p>TCP_KEEPALIVE is the same number as TCP_KEEPIDLE. TCP_MAXRT limits how long a connect takes, and how long data
 * is retransmitted without an answer, instead of the number of retransmissions; 0xFFFFFFFF, which is -1, retransmits for
 * ever. A limit of 0 seconds is refused (assumption). TCP_FASTOPEN is kept and has no
 * effect that could be seen: no simulated peer hands out a cookie, so that data never rides in the SYN.
 */
final class TcpLevelOptions {

    private static final long MOST_SECONDS = 32_767;
    private static final long MOST_PROBES = 255;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    static final ImmutableList<SocketOperation> ALL = ImmutableList.of(
            bool("TCP_NODELAY", When.ANY_TIME, TcpSettings::setNoDelay, TcpSettings::noDelay),
            seconds("TCP_KEEPIDLE", TcpSettings::setKeepIdle, TcpSettings::keepIdle),
            seconds("TCP_KEEPINTVL", TcpSettings::setKeepInterval, TcpSettings::keepInterval),
            option("TCP_KEEPCNT")
                    .set(Shape.ULONG, TcpLevelOptions::setKeepCount)
                    .get(
                            Shape.ULONG,
                            control -> control.giveUlong(control.socket().tcp().keepCount())),
            option("TCP_MAXRT")
                    .on(CONNECTION, STREAM)
                    .set(Shape.ULONG, TcpLevelOptions::setMaxRt)
                    .get(
                            Shape.ULONG,
                            control -> control.giveUlong(control.socket().tcp().maxRtSeconds())),
            bool("TCP_FASTOPEN", When.BEFORE_CONNECT, TcpSettings::setFastOpen, TcpSettings::fastOpen),
            bool(
                    "TCP_FAIL_CONNECT_ON_ICMP_ERROR",
                    When.BEFORE_CONNECT,
                    TcpSettings::setFailConnectOnIcmpError,
                    TcpSettings::failConnectOnIcmpError));

    private TcpLevelOptions() {}

    private interface Flag {
        void set(TcpSettings settings, boolean value);
    }

    private interface FlagRead {
        boolean get(TcpSettings settings);
    }

    private interface Period {
        void set(TcpSettings settings, SimDuration value);
    }

    private static SocketOperation option(String name) {
        return SocketOperation.of(name, Ws2def.IPPROTO_TCP).on(LISTEN, CONNECTION, STREAM);
    }

    private static SocketOperation bool(String name, When when, Flag flag, FlagRead read) {
        return option(name)
                .when(when)
                .set(Shape.BOOLEAN, control -> {
                    boolean value = control.number() == 1;
                    control.socket().changeTcp(settings -> flag.set(settings, value));
                    return ControlOutcome.done(name + " is " + value);
                })
                .get(
                        Shape.BOOLEAN,
                        control -> control.giveBoolean(read.get(control.socket().tcp())));
    }

    private static SocketOperation seconds(String name, Period period, Function<TcpSettings, SimDuration> read) {
        return option(name)
                .set(Shape.ULONG, control -> {
                    long seconds = control.number();
                    if (seconds < 1 || seconds > MOST_SECONDS) {
                        return ControlOutcome.invalid(name + " is from 1 to " + MOST_SECONDS + " seconds");
                    }
                    control.socket().changeTcp(settings -> period.set(settings, SimDuration.ofSeconds(seconds)));
                    return ControlOutcome.done(name + " is " + seconds + " s");
                })
                .get(
                        Shape.ULONG,
                        control -> control.giveUlong(
                                read.apply(control.socket().tcp()).nanos() / NANOS_PER_SECOND));
    }

    private static ControlOutcome setKeepCount(SocketControl control) {
        long probes = control.number();
        if (probes < 1 || probes > MOST_PROBES) {
            return ControlOutcome.invalid("TCP_KEEPCNT is from 1 to " + MOST_PROBES);
        }
        control.socket().changeTcp(settings -> settings.setKeepCount((int) probes));
        return ControlOutcome.done("TCP_KEEPCNT is " + probes);
    }

    private static ControlOutcome setMaxRt(SocketControl control) {
        long seconds = control.number();
        if (seconds != TcpSettings.NO_LIMIT && (seconds < 1 || seconds > MOST_SECONDS)) {
            return ControlOutcome.invalid("TCP_MAXRT is from 1 to " + MOST_SECONDS + " seconds, or 0xFFFFFFFF");
        }
        control.socket().changeTcp(settings -> settings.setMaxRtSeconds(seconds));
        return ControlOutcome.done("TCP_MAXRT is " + seconds);
    }
}
