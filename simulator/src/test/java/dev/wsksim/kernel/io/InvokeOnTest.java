package dev.wsksim.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvokeOnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # success | error | cancel | text
            false | false | false | never
            true  | false | false | success
            false | true  | false | error
            true  | true  | false | success, error
            false | false | true  | cancel
            true  | false | true  | success, cancel
            false | true  | true  | error, cancel
            true  | true  | true  | success, error, cancel
            """)
    void of_threeFlags_givesTheirObject(boolean success, boolean error, boolean cancel, String text) {
        InvokeOn invokeOn = InvokeOn.of(success, error, cancel);
        assertThat(invokeOn).isEqualTo(new InvokeOn(success, error, cancel)).hasToString(text);
        assertThat(InvokeOn.of(success, error, cancel)).isSameAs(invokeOn);
        assertThat(invokeOn)
                .hasSameHashCodeAs(new InvokeOn(success, error, cancel))
                .isNotEqualTo(InvokeOn.of(!success, error, cancel))
                .isNotEqualTo(InvokeOn.of(success, !error, cancel))
                .isNotEqualTo(InvokeOn.of(success, error, !cancel));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # flags | status                    | Cancel | reason
            s--     | STATUS_SUCCESS            | false  | InvokeOnSuccess
            s--     | STATUS_TIMEOUT            | false  | InvokeOnSuccess
            s--     | STATUS_CONNECTION_REFUSED | false  | -
            s--     | STATUS_CANCELLED          | true   | -
            -e-     | STATUS_SUCCESS            | false  | -
            -e-     | STATUS_CONNECTION_REFUSED | false  | InvokeOnError
            -e-     | STATUS_BUFFER_OVERFLOW    | false  | InvokeOnError
            -e-     | STATUS_CANCELLED          | true   | InvokeOnError
            --c     | STATUS_SUCCESS            | false  | -
            --c     | STATUS_CANCELLED          | false  | -
            --c     | STATUS_CANCELLED          | true   | InvokeOnCancel
            --c     | STATUS_SUCCESS            | true   | InvokeOnCancel
            sec     | STATUS_CANCELLED          | true   | InvokeOnError, InvokeOnCancel
            sec     | STATUS_SUCCESS            | true   | InvokeOnSuccess, InvokeOnCancel
            sec     | STATUS_SUCCESS            | false  | InvokeOnSuccess
            ---     | STATUS_CANCELLED          | true   | -
            """)
    void fits_isNtSuccessAndTheCancelFlag(String flags, NtStatus status, boolean cancel, String reason) {
        InvokeOn invokeOn = InvokeOn.of(flags.contains("s"), flags.contains("e"), flags.contains("c"));
        assertThat(invokeOn.fits(status, cancel)).isEqualTo(reason != null);
        assertThat(invokeOn.reason(status, cancel)).isEqualTo(reason == null ? "" : reason);
    }
}
