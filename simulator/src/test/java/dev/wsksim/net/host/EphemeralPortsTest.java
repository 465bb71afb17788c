package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EphemeralPortsTest {

    private final EphemeralPorts ports = new EphemeralPorts(50_000, 50_003);

    @Test
    void allocate_freePorts_goesOnFromTheLastOneAndStartsOver() {
        assertThat(ports.allocate(port -> true)).isEqualTo(50_000);
        assertThat(ports.allocate(port -> true)).isEqualTo(50_001);
        assertThat(ports.allocate(port -> port != 50_002)).isEqualTo(50_003);
        assertThat(ports.allocate(port -> true)).isEqualTo(50_000);
    }

    @Test
    void allocate_oneFreePort_isFoundFromAnywhere() {
        for (int i = 0; i < 10; i++) {
            assertThat(ports.allocate(port -> port == 50_001)).isEqualTo(50_001);
        }
    }

    @Test
    void allocate_nothingFree_asksEachPortOnce() {
        int[] asked = new int[1];
        assertThat(ports.allocate(port -> {
                    asked[0]++;
                    return false;
                }))
                .isEqualTo(EphemeralPorts.EXHAUSTED);
        assertThat(asked[0]).isEqualTo(4);
        assertThat(ports.allocate(port -> true)).isEqualTo(50_000);
    }

    @Test
    void allocate_defaultRange_isThatOfWindows() {
        EphemeralPorts usual = new EphemeralPorts(EphemeralPorts.DEFAULT_FIRST, EphemeralPorts.DEFAULT_LAST);
        Set<Integer> taken = new LinkedHashSet<>();
        for (int port = usual.allocate(p -> !taken.contains(p));
                port > 0;
                port = usual.allocate(p -> !taken.contains(p))) {
            taken.add(port);
        }
        assertThat(taken).hasSize(16_384).contains(49_152, 65_535);
    }

    @Test
    void configuration_badRange_isRefused() {
        HostConfiguration host = HostConfiguration.of("client");
        assertThatThrownBy(() -> host.withEphemeralPorts(5, 4)).hasMessage("not a range of ports: 5 to 4");
        assertThatThrownBy(() -> host.withEphemeralPorts(0, 4)).hasMessage("not a range of ports: 0 to 4");
        assertThatThrownBy(() -> host.withEphemeralPorts(1, 65_536)).hasMessage("not a range of ports: 1 to 65536");
    }
}
