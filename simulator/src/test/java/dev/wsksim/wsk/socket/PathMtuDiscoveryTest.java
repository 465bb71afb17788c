package dev.wsksim.wsk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.wsk.HeaderConstants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathMtuDiscoveryTest {

    @ParameterizedTest
    @ValueSource(strings = {"IP_PMTUDISC_NOT_SET", "IP_PMTUDISC_DO", "IP_PMTUDISC_DONT", "IP_PMTUDISC_PROBE"})
    void of_numberOfTheHeader_isTheStateOfThatName(String name) {
        assertThat(PathMtuDiscovery.of(HeaderConstants.constant(name).orElseThrow()))
                .isEqualTo(PathMtuDiscovery.valueOf(name));
        assertThat(PathMtuDiscovery.of(4)).isNull();
    }
}
