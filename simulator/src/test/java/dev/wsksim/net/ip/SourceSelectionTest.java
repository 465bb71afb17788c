package dev.wsksim.net.ip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6724 section 10.1 that need neither home nor temporary addresses, and each rule of its own. */
final class SourceSelectionTest {

    /** Returns addresses, of which {@code !} marks the deprecated ones and {@code ~} those of other interfaces. */
    static ImmutableList<SourceAddress> candidates(String text) {
        return Splitter.on(' ')
                .splitToStream(text)
                .map(word -> {
                    IpAddress address = IpAddress.of(word.replaceAll("[!~]", ""));
                    int length = address.family() == IpFamily.IPV4 ? 24 : 64;
                    return new SourceAddress(address, length, word.contains("!"), !word.contains("~"));
                })
                .collect(ImmutableList.toImmutableList());
    }

    @ParameterizedTest
    @CsvSource({
        // Section 10.1, in its order.
        "2001:db8:1::1, 2001:db8:3::1 fe80::1, 2001:db8:3::1",
        "ff05::1, 2001:db8:3::1 fe80::1, 2001:db8:3::1",
        "2001:db8:1::1, 2001:db8:1::1! 2001:db8:2::1, 2001:db8:1::1",
        "fe80::1, fe80::2! 2001:db8:1::1, fe80::2",
        "2001:db8:1::1, 2001:db8:1::2 2001:db8:3::2, 2001:db8:1::2",
        "2002:c633:6401::1, 2002:c633:6401::d5e3:7953:13eb:22e8 2001:db8:1::2, 2002:c633:6401::d5e3:7953:13eb:22e8",
    })
    void select_examplesOfTheRfc_agree(String destination, String candidates, String chosen) {
        assertChosen(destination, candidates, chosen);
        assertChosen(destination, reversed(candidates), chosen);
    }

    @ParameterizedTest
    @CsvSource({
        // Rule 2: the narrowest scope that is wide enough, or the widest.
        "192.0.2.1, 169.254.1.1 198.51.100.1, 198.51.100.1",
        "169.254.9.9, 169.254.1.1 198.51.100.1, 169.254.1.1",
        "ff02::1, fe80::1 2001:db8::1, fe80::1",
        // Rule 3: not a deprecated one, even on the outgoing interface.
        "2001:db8:1::1, 2001:db8:1::2! 2001:db8:2::2~, 2001:db8:2::2",
        // Rule 5: the outgoing interface, even where the prefix is shorter.
        "192.0.2.1, 192.0.2.10~ 203.0.113.10, 203.0.113.10",
        // Rule 6: the label, even where the prefix is shorter.
        "fd00:1::1, fd80::1 2001:db8::1, fd80::1",
        "2001:db8::1, fd00::1 2001:db8:8000::1, 2001:db8:8000::1",
        // Rule 8: the longest prefix in common.
        "10.1.2.3, 10.0.0.1 192.0.2.10, 10.0.0.1",
    })
    void select_rule_decidesBeforeThoseBehindIt(String destination, String candidates, String chosen) {
        assertChosen(destination, candidates, chosen);
        assertChosen(destination, reversed(candidates), chosen);
    }

    @Test
    void select_equals_takesTheFirst() {
        assertChosen("8.8.8.8", "192.0.2.10 192.0.2.11", "192.0.2.10");
        // Bits beyond the prefix do not count.
        assertChosen("2001:db8::8:1", "2001:db8::1 2001:db8::8:2", "2001:db8::1");
    }

    @Test
    void select_noneOfTheFamily_isNothing() {
        assertThat(SourceSelection.select(candidates("192.0.2.10"), IpAddress.of("2001:db8::1")))
                .isEmpty();
    }

    private static void assertChosen(String destination, String candidates, String chosen) {
        assertThat(SourceSelection.select(candidates(candidates), IpAddress.of(destination)))
                .contains(IpAddress.of(chosen));
    }

    private static String reversed(String candidates) {
        int space = candidates.indexOf(' ');
        return candidates.substring(space + 1) + " " + candidates.substring(0, space);
    }
}
