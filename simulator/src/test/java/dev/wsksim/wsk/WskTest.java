package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The macros and types of wsk.h. */
class WskTest {

    /** MAKE_WSK_VERSION, WSK_MAJOR_VERSION and WSK_MINOR_VERSION. */
    @ParameterizedTest
    @CsvSource({"1, 0, 256", "1, 1, 257", "2, 255, 767", "255, 0, 65280"})
    void makeWskVersion_twoNumbers_comeOutAgain(int major, int minor, int version) {
        assertThat(Wsk.makeWskVersion(major, minor)).isEqualTo(version);
        assertThat(Wsk.wskMajorVersion(version)).isEqualTo(major);
        assertThat(Wsk.wskMinorVersion(version)).isEqualTo(minor);
    }

    /** WSK_CONTROL_SOCKET_TYPE: the members in the order of the header. */
    @ParameterizedTest
    @CsvSource({"WskSetOption, 0", "WskGetOption, 1", "WskIoctl, 2"})
    void valueOf_controlSocketType_countsFromZero(String name, long value) {
        assertThat(Wsk.valueOf(name)).hasValue(value);
    }
}
