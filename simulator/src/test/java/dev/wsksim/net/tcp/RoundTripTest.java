package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.TwoHosts;
import org.junit.jupiter.api.Test;

/** The numbers of RFC 6298 section 2, worked out by hand. */
class RoundTripTest {

    private static final long MS = 1_000_000;

    private final TcpConnection connection = new TwoHosts().connect(new TcpUser() {});

    @Test
    void sample_first_givesThreeTimesItself() {
        RoundTrip.sample(connection, 200 * MS);

        assertThat(connection.srttNanos).isEqualTo(200 * MS);
        assertThat(connection.rttvarNanos).isEqualTo(100 * MS);
        assertThat(connection.rtoNanos).isEqualTo(600 * MS);
    }

    @Test
    void sample_second_movesByAnEighthAndAQuarter() {
        RoundTrip.sample(connection, 200 * MS);
        RoundTrip.sample(connection, 360 * MS);

        assertThat(connection.rttvarNanos).isEqualTo(115 * MS);
        assertThat(connection.srttNanos).isEqualTo(220 * MS);
        assertThat(connection.rtoNanos).isEqualTo(680 * MS);
    }

    @Test
    void sample_shortRoundTrip_isBoundedByTheLeast() {
        RoundTrip.sample(connection, 2 * MS);

        assertThat(connection.rtoNanos).isEqualTo(300 * MS);
    }

    @Test
    void backOff_doublesUpToTheMost() {
        RoundTrip.sample(connection, 200 * MS);
        RoundTrip.backOff(connection);
        assertThat(connection.rtoNanos).isEqualTo(1_200 * MS);
        for (int i = 0; i < 10; i++) {
            RoundTrip.backOff(connection);
        }
        assertThat(connection.rtoNanos).isEqualTo(60_000 * MS);
    }
}
