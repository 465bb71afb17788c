package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.tcp.CongestionAlgorithm;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpParametersBuilder;
import dev.wsksim.scenario.model.TcpSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** How it is written in which constants the TCP of a host differs from that of its profile. */
final class TcpElement {
    private static final String OF_PROFILE = "the profile's";
    private static final long LARGEST_BUFFER = 1 << 30;
    private static final int MOST_RETRANSMISSIONS = 255;
    private static final int LARGEST_SHIFT = 14;
    private static final int LARGEST_FIELD = 0xFFFF;

    /** Whether something is used. */
    static final ScalarType<Boolean> ON_OR_OFF =
            ScalarType.words("on or off", ImmutableList.of("on", "off"), scalar -> {
                if (!scalar.text().equals("on") && !scalar.text().equals("off")) {
                    throw ScalarTypes.mismatch(scalar, "on or off", "");
                }
                return scalar.text().equals("on");
            });

    private static final ImmutableList<String> ALGORITHMS = Arrays.stream(CongestionAlgorithm.values())
            .map(CongestionAlgorithm::label)
            .collect(ImmutableList.toImmutableList());
    /**
     * A constant with what changes it.
     *
     * @param <T> what the value is
     * @param field how it is written
     * @param setter what changes it
     */
    private record Knob<T>(Field<T> field, BiConsumer<TcpParametersBuilder, T> setter) {
        Optional<Consumer<TcpParametersBuilder>> change(Bound bound) {
            return bound.find(field).map(value -> builder -> setter.accept(builder, value));
        }
    }

    /** In this order they are applied: a cap that is written stays, whatever the number of SYNs says. */
    private static final ImmutableList<Knob<?>> KNOBS = ImmutableList.of(
            knob(
                    "congestion",
                    ScalarType.words("newreno or cubic", ALGORITHMS, TcpElement::algorithm),
                    "The congestion control: newreno (RFC 5681, RFC 6582) or cubic (RFC 9438).",
                    "newreno",
                    TcpParametersBuilder::congestion),
            knob(
                    "initial-window",
                    ScalarTypes.integer("a number of segments", 1, 1000),
                    "How many segments may be sent before the first acknowledgment.",
                    "10",
                    TcpParametersBuilder::initialWindowSegments),
            knob("sack", ON_OR_OFF, "Selective acknowledgment (RFC 2018).", "off", TcpParametersBuilder::sack),
            knob("timestamps", ON_OR_OFF, "Timestamps (RFC 7323).", "on", TcpParametersBuilder::timestamps),
            knob(
                    "nagle",
                    ON_OR_OFF,
                    "Whether small segments wait for the acknowledgment of earlier ones.",
                    "off",
                    TcpParametersBuilder::nagle),
            knob(
                    "delayed-ack",
                    Durations.DURATION,
                    "How long an acknowledgment may wait for company; 0ms sends each at once.",
                    "40ms",
                    TcpParametersBuilder::delayedAck),
            knob(
                    "delayed-ack-segments",
                    ScalarTypes.integer("a number of segments", 1, 255),
                    "How many segments make an acknowledgment due at once.",
                    "2",
                    TcpParametersBuilder::delayedAckSegments),
            knob(
                    "send-buffer",
                    ByteCounts.from(1, LARGEST_BUFFER),
                    "How many bytes may be queued for sending at least.",
                    "64KiB",
                    (builder, bytes) -> builder.sendBuffer(bytes.intValue())),
            knob(
                    "receive-window",
                    ByteCounts.from(1, LARGEST_BUFFER),
                    "The receive window before data has come.",
                    "64KiB",
                    (builder, bytes) -> builder.receiveWindow(bytes.intValue())),
            knob(
                    "receive-window-limit",
                    ByteCounts.from(1, LARGEST_BUFFER),
                    "How far the receive window may grow.",
                    "16MiB",
                    (builder, bytes) -> builder.receiveBufferLimit(bytes.intValue())),
            knob(
                    "window-scale",
                    ScalarType.loose("a shift count from 0 to 14, or off", "[0-9]{1,2}|off", TcpElement::shift),
                    "The shift count of the window scale option (RFC 7323) in a SYN; off sends no such option.",
                    "8",
                    TcpParametersBuilder::windowScale),
            knob(
                    "initial-rto",
                    Durations.POSITIVE,
                    "The retransmission time-out before the round trip is measured.",
                    "1s",
                    TcpParametersBuilder::initialRto),
            knob(
                    "min-rto",
                    Durations.POSITIVE,
                    "The least measured retransmission time-out.",
                    "300ms",
                    TcpParametersBuilder::minRto),
            knob(
                    "max-rto",
                    Durations.POSITIVE,
                    "The greatest retransmission time-out.",
                    "60s",
                    TcpParametersBuilder::maxRto),
            knob(
                    "syn-retransmissions",
                    retransmissions(),
                    "How often a SYN is sent again at most; more than the profile's lift its limit to a connect.",
                    "4",
                    TcpParametersBuilder::synRetransmissions),
            knob(
                    "connect-limit",
                    Durations.POSITIVE,
                    "When a connect is given up, however many SYNs were sent.",
                    "21s",
                    TcpParametersBuilder::connectCap),
            knob(
                    "rst-retry",
                    Durations.DURATION,
                    "How long after a RST the SYN is sent again.",
                    "500ms",
                    TcpParametersBuilder::rstRetry),
            knob(
                    "syn-ack-retransmissions",
                    retransmissions(),
                    "How often a SYN+ACK is sent again at most.",
                    "2",
                    TcpParametersBuilder::synAckRetransmissions),
            knob(
                    "data-retransmissions",
                    retransmissions(),
                    "How often anything else is sent again at most.",
                    "5",
                    TcpParametersBuilder::dataRetransmissions),
            knob(
                    "time-wait",
                    Durations.DURATION,
                    "How long TIME-WAIT lasts; 0s leaves it out.",
                    "120s",
                    TcpParametersBuilder::timeWait),
            knob(
                    "fin-wait-2",
                    Durations.POSITIVE,
                    "How long FIN-WAIT-2 lasts at most.",
                    "120s",
                    TcpParametersBuilder::finWait2),
            knob(
                    "challenge-ack",
                    Durations.DURATION,
                    "The least time between two ACKs that answer mere unacceptable segments (RFC 5961 section 7).",
                    "500ms",
                    TcpParametersBuilder::challengeAck),
            knob(
                    "fail-connect-on-icmp-error",
                    ON_OR_OFF,
                    "Whether an ICMP error fails a connect at once.",
                    "on",
                    TcpParametersBuilder::failConnectOnIcmpError));

    /** The constants of a host's TCP. */
    static final ElementType<TcpSettings> TCP = ElementType.checked(
            "host TCP",
            "In which constants the TCP of a host differs from that of the profile.",
            KNOBS.stream().map(Knob::field).collect(ImmutableList.toImmutableList()),
            TcpElement::settings);

    private TcpElement() {}

    private static <T> Knob<T> knob(
            String name,
            ValueType<T> type,
            String description,
            String example,
            BiConsumer<TcpParametersBuilder, T> setter) {
        return new Knob<>(Field.optional(name, type, OF_PROFILE, description, example), setter);
    }

    private static ScalarType<Integer> retransmissions() {
        return ScalarTypes.integer("a number of retransmissions", 0, MOST_RETRANSMISSIONS);
    }

    private static Optional<TcpSettings> settings(Bound bound) {
        ImmutableList.Builder<Consumer<TcpParametersBuilder>> changes = ImmutableList.builder();
        for (Knob<?> knob : KNOBS) {
            knob.change(bound).ifPresent(changes::add);
        }
        TcpSettings settings = new TcpSettings(changes.build());
        for (Profile profile : Profile.values()) {
            if (contradicts(settings, profile)) {
                bound.report(
                        "the greatest retransmission time-out is below the initial one of profile " + profile.label(),
                        "raise 'max-rto', or set 'initial-rto' too");
                return Optional.empty();
            }
        }
        return isUsable(settings.applyTo(Profile.WINDOWS_11.tcp()), bound) ? Optional.of(settings) : Optional.empty();
    }

    /** Refuses what would be accepted and have no effect; what is judged is the same in all profiles. */
    private static boolean isUsable(TcpParameters tcp, Bound bound) {
        int before = bound.problems().count();
        if (tcp.minRtoNanos() > tcp.maxRtoNanos()) {
            bound.report("'min-rto' is above 'max-rto'", "the least time-out is at most the greatest");
        }
        if (tcp.receiveWindow() > tcp.transfer().receiveBufferLimit()) {
            bound.report("'receive-window' is above 'receive-window-limit'", "raise the limit");
        }
        int shift = Math.max(tcp.windowScale(), 0);
        if (tcp.receiveWindow() > LARGEST_FIELD << shift) {
            bound.report(
                    "'receive-window' is more than its field can say",
                    "up to " + (LARGEST_FIELD << shift) + " bytes with this 'window-scale'");
        }
        return bound.problems().count() == before;
    }

    private static boolean contradicts(TcpSettings settings, Profile profile) {
        try {
            settings.applyTo(profile.tcp());
            return false;
        } catch (IllegalArgumentException contradiction) {
            return true;
        }
    }

    private static CongestionAlgorithm algorithm(Node.Scalar scalar) throws BadTextException {
        for (CongestionAlgorithm algorithm : CongestionAlgorithm.values()) {
            if (algorithm.label().equals(scalar.text())) {
                return algorithm;
            }
        }
        throw ScalarTypes.mismatch(scalar, "newreno or cubic", "");
    }

    private static int shift(Node.Scalar scalar) throws BadTextException {
        if (scalar.text().equals("off")) {
            return TcpOptions.ABSENT;
        }
        return ScalarTypes.parseNumber(scalar.text())
                .filter(shift -> shift <= LARGEST_SHIFT)
                .orElseThrow(() -> ScalarTypes.mismatch(scalar, "a shift count from 0 to 14, or off", ""))
                .intValue();
    }
}
