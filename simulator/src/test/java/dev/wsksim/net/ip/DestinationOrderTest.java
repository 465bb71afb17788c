package dev.wsksim.net.ip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6724 section 10.2 that need no home addresses. */
final class DestinationOrderTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1::1, 198.51.100.121, 2001:db8:1::2 fe80::1 169.254.13.78",
        "198.51.100.121, 2001:db8:1::1, fe80::1 198.51.100.117",
        "2001:db8:1::1, 10.1.2.3, 2001:db8:1::2 fe80::1 10.1.2.4",
        "fe80::1, 2001:db8:1::1, 2001:db8:1::2 fe80::2",
        "2001:db8:1::1, fe80::1, 2001:db8:1::2 fe80::2!",
        "2001:db8:1::1, 2001:db8:3ffe::1, 2001:db8:1::2 2001:db8:3f44::2 fe80::2",
        "2002:c633:6401::1, 2001:db8:1::1, 2002:c633:6401::2 fe80::2",
        "2001:db8:1::1, 2002:c633:6401::1, 2002:c633:6401::2 2001:db8:1::2 fe80::2",
    })
    void sort_examplesOfTheRfc_agree(String first, String second, String sources) {
        IpAddress better = IpAddress.of(first);
        IpAddress worse = IpAddress.of(second);
        ImmutableList<SourceAddress> candidates = SourceSelectionTest.candidates(sources);

        assertThat(DestinationOrder.sort(List.of(better, worse), to -> candidates))
                .containsExactly(better, worse);
        assertThat(DestinationOrder.sort(List.of(worse, better), to -> candidates))
                .containsExactly(better, worse);
    }

    @Test
    void sort_unusableDestination_isLast() {
        IpAddress usable = IpAddress.of("192.0.2.20");
        IpAddress unusable = IpAddress.of("2001:db8::20");

        assertThat(DestinationOrder.sort(List.of(unusable, usable), to -> SourceSelectionTest.candidates("192.0.2.10")))
                .containsExactly(usable, unusable);
    }

    @Test
    void sort_equals_staysInOrder() {
        List<IpAddress> equals = List.of(IpAddress.of("203.0.113.9"), IpAddress.of("203.0.113.8"));

        assertThat(DestinationOrder.sort(equals, to -> SourceSelectionTest.candidates("192.0.2.10")))
                .isEqualTo(equals);
    }
}
