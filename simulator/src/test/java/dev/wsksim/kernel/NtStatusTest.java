package dev.wsksim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NtStatusTest {

    private static final Pattern C_NAME = Pattern.compile("STATUS_[A-Z0-9_]+");

    @Test
    void values_all_areUnique() {
        assertThat(Arrays.stream(NtStatus.values()).map(NtStatus::value)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void status_every_resolvesByNameAndByValue(NtStatus status) {
        assertThat(status.name()).matches(C_NAME);
        assertThat(NtStatus.byName(status.name())).contains(status);
        assertThat(NtStatus.byValue(status.value())).contains(status);
    }

    @ParameterizedTest
    @EnumSource
    void status_every_isExplainedInSentences(NtStatus status) {
        assertThat(status.meaning()).matches("[A-Z].*\\.");
        assertThat(status.where().isPresent()).isEqualTo(status.hint().isPresent());
        assertThat(status.source()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_SUCCESS, 0x00000000, SUCCESS, true",
        "STATUS_TIMEOUT, 0x00000102, SUCCESS, true",
        "STATUS_PENDING, 0x00000103, SUCCESS, true",
        "STATUS_EVENT_PENDING, 0x40000013, INFORMATIONAL, true",
        "STATUS_BUFFER_OVERFLOW, 0x80000005, WARNING, false",
        "STATUS_INVALID_PARAMETER, 0xC000000D, ERROR, false",
        "STATUS_MORE_PROCESSING_REQUIRED, 0xC0000016, ERROR, false",
        "STATUS_ACCESS_DENIED, 0xC0000022, ERROR, false",
        "STATUS_INVALID_PARAMETER_12, 0xC00000FA, ERROR, false",
        "STATUS_ADDRESS_ALREADY_EXISTS, 0xC000020A, ERROR, false",
        "STATUS_CONNECTION_REFUSED, 0xC0000236, ERROR, false",
        "STATUS_NOINTERFACE, 0xC00002B9, ERROR, false",
        "STATUS_HOPLIMIT_EXCEEDED, 0xC000A012, ERROR, false",
    })
    void status_known_hasDocumentedValueAndSeverity(NtStatus status, String hex, NtSeverity severity, boolean success) {
        assertThat(status.toHex()).isEqualTo(hex);
        assertThat(status.severity()).isEqualTo(severity);
        assertThat(status.isSuccess()).isEqualTo(success);
    }

    @ParameterizedTest
    @EnumSource
    void severity_every_isExactlyOneOfFour(NtStatus status) {
        assertThat(status.isInformation()).isEqualTo(status.toHex().startsWith("0x4"));
        assertThat(status.isWarning()).isEqualTo(status.toHex().startsWith("0x8"));
        assertThat(status.isError()).isEqualTo(status.toHex().startsWith("0xC"));
        assertThat(status.isSuccess()).isEqualTo(!status.isWarning() && !status.isError());
    }

    @Test
    void byName_alias_findsTheValueOfTheOtherName() {
        assertThat(NtStatus.byName("STATUS_WAIT_0")).contains(NtStatus.STATUS_SUCCESS);
        assertThat(NtStatus.byName("STATUS_ABANDONED")).contains(NtStatus.STATUS_ABANDONED_WAIT_0);
        assertThat(NtStatus.aliases()).containsOnlyKeys("STATUS_WAIT_0", "STATUS_ABANDONED");
    }

    @Test
    void byName_unknown_findsNothing() {
        assertThat(NtStatus.byName("STATUS_NO_SUCH_STATUS")).isEmpty();
        assertThat(NtStatus.byName("status_pending")).isEmpty();
        assertThat(NtStatus.byValue(0xC0FFEE)).isEmpty();
    }

    @Test
    void invalidParameter_numbered_runsFromEfToFa() {
        for (int i = 1; i <= 12; i++) {
            assertThat(NtStatus.valueOf("STATUS_INVALID_PARAMETER_" + i).value())
                    .isEqualTo(0xC00000EF + i - 1);
        }
    }
}
