package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import org.junit.jupiter.api.Test;

class TcpParametersBuilderTest {

    private final TcpParametersBuilder builder = new TcpParametersBuilder(TcpParameters.WINDOWS_11);

    @Test
    void build_withoutChanges_isTheSame() {
        assertThat(builder.build()).isEqualTo(TcpParameters.WINDOWS_11);
        assertThat(new TcpParametersBuilder(TcpParameters.WINDOWS_7).build()).isEqualTo(TcpParameters.WINDOWS_7);
    }

    @Test
    void everySetter_changesItsOwnConstant() {
        TcpParameters built = builder.initialRto(SimDuration.ofMillis(11))
                .minRto(SimDuration.ofMillis(12))
                .maxRto(SimDuration.ofMillis(13))
                .synRetransmissions(14)
                .connectCap(SimDuration.ofMillis(15))
                .rstRetry(SimDuration.ofMillis(16))
                .synAckRetransmissions(17)
                .dataRetransmissions(18)
                .timeWait(SimDuration.ofMillis(19))
                .finWait2(SimDuration.ofMillis(20))
                .challengeAck(SimDuration.ofMillis(21))
                .failConnectOnIcmpError(true)
                .receiveWindow(22)
                .windowScale(3)
                .congestion(CongestionAlgorithm.NEW_RENO)
                .initialWindowSegments(23)
                .sack(false)
                .timestamps(true)
                .nagle(false)
                .delayedAck(SimDuration.ofMillis(24))
                .delayedAckSegments(25)
                .sendBuffer(26)
                .receiveBufferLimit(27)
                .build();

        long ms = 1_000_000;
        assertThat(built)
                .isEqualTo(new TcpParameters(
                        11 * ms,
                        12 * ms,
                        13 * ms,
                        14,
                        15 * ms,
                        16 * ms,
                        17,
                        18,
                        19 * ms,
                        20 * ms,
                        21 * ms,
                        true,
                        22,
                        3,
                        new TransferParameters(
                                CongestionAlgorithm.NEW_RENO,
                                23,
                                false,
                                true,
                                false,
                                24 * ms,
                                25,
                                26,
                                27,
                                KeepAlive.WINDOWS,
                                false)));
    }

    @Test
    void synRetransmissions_moreThanBefore_liftTheCap() {
        assertThat(builder.synRetransmissions(6).build()).isEqualTo(TcpParameters.WINDOWS_11.withSynRetransmissions(6));
    }

    @Test
    void initialRto_aboveTheGreatest_raisesIt() {
        assertThat(builder.initialRto(SimDuration.ofSeconds(100)).build())
                .isEqualTo(TcpParameters.WINDOWS_11.withInitialRto(SimDuration.ofSeconds(100)));
    }

    @Test
    void build_ofAContradiction_isRefused() {
        builder.initialRto(SimDuration.ofSeconds(2)).maxRto(SimDuration.ofSeconds(1));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }
}
