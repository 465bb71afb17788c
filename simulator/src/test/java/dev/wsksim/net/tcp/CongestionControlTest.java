package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CongestionControlTest {

    private static final int MSS = 1000;
    private static final long SECOND = 1_000_000_000;
    private static final long ROUND_TRIP = SECOND / 10;

    private static SendState state(CongestionControl control, int segments) {
        SendState send = new SendState(0, control);
        send.mss = MSS;
        send.cwnd = segments * MSS;
        return send;
    }

    @Test
    void slowStart_everyAcknowledgment_addsWhatItAcknowledgedUpToASegment() {
        for (CongestionAlgorithm algorithm : CongestionAlgorithm.values()) {
            SendState send = state(algorithm.create(), 10);
            send.congestion.acknowledged(send, 2 * MSS, 0, ROUND_TRIP);
            send.congestion.acknowledged(send, 300, 0, ROUND_TRIP);
            assertThat(send.cwnd).as(algorithm.label()).isEqualTo(11_300);
        }
    }

    @Test
    void newReno_avoidance_addsOneSegmentForEveryWindowAcknowledged() {
        SendState send = state(new NewReno(), 10);
        send.ssthresh = 10 * MSS;
        for (int i = 0; i < 9; i++) {
            send.congestion.acknowledged(send, MSS, 0, ROUND_TRIP);
        }
        assertThat(send.cwnd).isEqualTo(10 * MSS);
        send.congestion.acknowledged(send, MSS, 0, ROUND_TRIP);
        assertThat(send.cwnd).isEqualTo(11 * MSS);
    }

    @Test
    void newReno_loss_leavesHalfOfTheFlightAndNoLessThanTwoSegments() {
        SendState send = state(new NewReno(), 20);
        assertThat(send.congestion.thresholdAfterLoss(send, 16 * MSS, false)).isEqualTo(8 * MSS);
        assertThat(send.congestion.thresholdAfterLoss(send, 3 * MSS, false)).isEqualTo(2 * MSS);
    }

    @Test
    void cubic_loss_leavesSevenTenths() {
        SendState send = state(new Cubic(), 100);
        assertThat(send.congestion.thresholdAfterLoss(send, 100 * MSS, false)).isEqualTo(70 * MSS);
    }

    /**
     * RFC 9438 section 4.2 with W_max = 1000 segments and 700 after the loss: K = cbrt(300 / 0.4) = 9.09 s. So far after
     * the loss the window is back at 1000, and half way it has the cubic's value there.
     */
    @Test
    void cubic_afterLoss_isBackAtItsPlateauAfterK() {
        SendState send = state(new Cubic(), 1000);
        send.ssthresh = send.congestion.thresholdAfterLoss(send, 1000 * MSS, false);
        send.cwnd = send.ssthresh;
        double k = Math.cbrt(300 / 0.4);
        double atHalf = 0;
        for (long now = 0; now < (long) (k * SECOND); now += ROUND_TRIP) {
            if (atHalf == 0 && now >= (long) (k / 2 * SECOND)) {
                atHalf = (double) send.cwnd / MSS;
            }
            int window = send.cwnd;
            for (int acked = 0; acked < window; acked += 2 * MSS) {
                send.congestion.acknowledged(send, 2 * MSS, now, ROUND_TRIP);
            }
        }
        assertThat(atHalf).isCloseTo(1000 - 0.4 * Math.pow(k / 2, 3), within(8.0));
        assertThat((double) send.cwnd / MSS).isCloseTo(1000, within(8.0));
    }

    @Test
    void cubic_secondLossBelowThePlateau_givesUpBandwidth() {
        SendState send = state(new Cubic(), 100);
        send.ssthresh = send.congestion.thresholdAfterLoss(send, 100 * MSS, false);
        send.cwnd = 70 * MSS;
        send.ssthresh = send.congestion.thresholdAfterLoss(send, 70 * MSS, false);
        send.cwnd = 49 * MSS;
        // Fast convergence: W_max is 70 x 1.7 / 2 = 59.5, not 70; so after K = cbrt(10.5 / 0.4) = 2.97 s it is there.
        for (long now = 0; now < 3 * SECOND; now += SECOND) {
            int window = send.cwnd;
            for (int acked = 0; acked < window; acked += MSS) {
                send.congestion.acknowledged(send, MSS, now, SECOND);
            }
        }
        assertThat((double) send.cwnd / MSS).isBetween(55.0, 61.0);
    }

    /**
     * RFC 9438 section 4.3 with W_max = 10 segments, 7 after the loss, and round trips of 10 ms: the cubic curve would
     * need two seconds to climb back, a Reno flow with the same loss is quicker. It gains 3 x 0.3 / 1.7 = 0.53 segments in
     * a round trip up to the window before the loss, and then a whole one.
     */
    @Test
    void cubic_shortRoundTrips_growsLikeReno() {
        SendState send = state(new Cubic(), 10);
        send.ssthresh = send.congestion.thresholdAfterLoss(send, 10 * MSS, false);
        send.cwnd = send.ssthresh;
        long roundTrip = SECOND / 100;
        double[] windows = new double[21];
        for (int i = 0; i <= 20; i++) {
            windows[i] = (double) send.cwnd / MSS;
            int window = send.cwnd;
            for (int acked = 0; acked < window; acked += MSS) {
                send.congestion.acknowledged(send, Math.min(MSS, window - acked), i * roundTrip, roundTrip);
            }
        }
        assertThat(windows[0]).isEqualTo(7);
        assertThat(windows[3]).isCloseTo(7 + 3 * 0.53, within(0.15));
        assertThat(windows[5]).isCloseTo(7 + 5 * 0.53, within(0.25));
        assertThat(windows[20] - windows[10]).isCloseTo(10, within(0.5));
    }
}
