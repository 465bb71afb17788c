package dev.wsksim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BugCheckTest {

    @ParameterizedTest
    @CsvSource({
        "IRQL_NOT_LESS_OR_EQUAL, 0xA",
        "NO_MORE_IRP_STACK_LOCATIONS, 0x35",
        "MULTIPLE_IRP_COMPLETE_REQUESTS, 0x44",
        "DRIVER_VERIFIER_DETECTED_VIOLATION, 0xC4",
        "DRIVER_VERIFIER_IOMANAGER_VIOLATION, 0xC9",
        "DRIVER_IRQL_NOT_LESS_OR_EQUAL, 0xD1",
    })
    void code_known_isTheDocumentedOne(BugCheck check, String hex) {
        assertThat(check.toHex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @EnumSource
    void bugCheck_every_resolvesByNameAndByCode(BugCheck check) {
        assertThat(BugCheck.byName(check.name())).contains(check);
        assertThat(BugCheck.byCode(check.code())).contains(check);
        assertThat(check.meaning()).matches("[A-Z].*\\.");
    }

    @Test
    void lookUp_unknown_findsNothing() {
        assertThat(BugCheck.byName("NOTHING")).isEmpty();
        assertThat(BugCheck.byCode(-1)).isEmpty();
    }
}
