package dev.wsksim.net.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.address.IpAddress;
import org.junit.jupiter.api.Test;

final class PathMtusTest {

    private static final IpAddress REMOTE_4 = IpAddress.of("192.0.2.20");
    private static final IpAddress REMOTE_6 = IpAddress.of("2001:db8::20");

    private final PathMtus mtus = new PathMtus();

    @Test
    void learn_less_isRemembered() {
        assertThat(mtus.learn(REMOTE_4, 1400, 1500, 1500, 0)).isTrue();
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1400);
        assertThat(mtus.find(REMOTE_6, 1500)).isEqualTo(1500);
    }

    @Test
    void learn_notLess_changesNothing() {
        mtus.learn(REMOTE_4, 1400, 1500, 1500, 0);
        assertThat(mtus.learn(REMOTE_4, 1450, 1500, 1400, 0)).isFalse();
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1400);
    }

    @Test
    void learn_absurdlySmallOverIpv4_stopsAtTheMinimum() {
        mtus.learn(REMOTE_4, 1, 1500, 1500, 0);
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(68);
    }

    /** RFC 8201 section 4. */
    @Test
    void learn_lessThanTheMinimumOverIpv6_isDiscarded() {
        assertThat(mtus.learn(REMOTE_6, 1279, 1500, 1500, 0)).isFalse();
        assertThat(mtus.learn(REMOTE_6, 0, 1500, 1500, 0)).isFalse();
        assertThat(mtus.find(REMOTE_6, 1500)).isEqualTo(1500);
        assertThat(mtus.learn(REMOTE_6, 1280, 1500, 1500, 0)).isTrue();
    }

    @Test
    void learn_routerThatDoesNotTell_takesTheNextPlateau() {
        mtus.learn(REMOTE_4, 0, 1500, 1500, 0);
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1492);
        mtus.learn(REMOTE_4, 0, 1492, 1492, 0);
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1006);
    }

    @Test
    void forgetOld_afterTenMinutes_forgets() {
        mtus.learn(REMOTE_4, 1400, 1500, 1500, 5);
        assertThat(mtus.forgetOld(PathMtus.AGE_NANOS + 4)).isFalse();
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1400);
        assertThat(mtus.forgetOld(PathMtus.AGE_NANOS + 5)).isTrue();
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1500);
    }

    @Test
    void forgetOld_several_forgetsEachInItsTime() {
        mtus.learn(REMOTE_4, 1400, 1500, 1500, 5);
        mtus.learn(REMOTE_6, 1400, 1500, 1500, 7);
        mtus.learn(REMOTE_4, 1300, 1500, 1400, 9);
        assertThat(mtus.forgetOld(PathMtus.AGE_NANOS + 5)).isFalse();
        assertThat(mtus.forgetOld(PathMtus.AGE_NANOS + 7)).isTrue();
        assertThat(mtus.find(REMOTE_6, 1500)).isEqualTo(1500);
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1300);
        assertThat(mtus.forgetOld(PathMtus.AGE_NANOS + 8)).isFalse();
        assertThat(mtus.forgetOld(PathMtus.AGE_NANOS + 9)).isTrue();
        assertThat(mtus.find(REMOTE_4, 1500)).isEqualTo(1500);
        mtus.learn(REMOTE_4, 1400, 1500, 1500, 2 * PathMtus.AGE_NANOS);
        assertThat(mtus.forgetOld(3 * PathMtus.AGE_NANOS - 1)).isFalse();
    }
}
