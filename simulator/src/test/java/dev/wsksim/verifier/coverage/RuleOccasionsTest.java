package dev.wsksim.verifier.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.event.CallbackReturned;
import org.junit.jupiter.api.Test;

/** A new rule gets a line in {@link CallOccasions} or {@link ObjectOccasions}: when there is something to decide. */
final class RuleOccasionsTest {

    private static Occasion of(String id) {
        return RuleOccasions.of(StandardRules.book().rule(id).orElseThrow()).orElseThrow();
    }

    @Test
    void everyRule_hasAnOccasion() {
        assertThat(StandardRules.book().rules())
                .filteredOn(rule -> RuleOccasions.of(rule).isEmpty())
                .extracting(Rule::toString)
                .as("rules of which it is not said when they are looked at")
                .isEmpty();
    }

    @Test
    void occasion_isInRecordsOfItsKindOnly() {
        assertThat(of("WSK-IRP-004").isIn(new IrpReused(1, NtStatus.STATUS_UNSUCCESSFUL)))
                .isTrue();
        assertThat(of("WSK-IRP-004").isIn(new IrpFreed(1))).isFalse();
        assertThat(of("WSK-LISTEN-006").isIn(new CallbackReturned("WskAcceptEvent", 1, "STATUS_SUCCESS", "")))
                .isFalse();
        assertThat(of("WSK-LISTEN-006")
                        .isIn(new CallbackReturned("WskAcceptEvent", 1, "STATUS_REQUEST_NOT_ACCEPTED", "")))
                .isTrue();
        assertThat(of("WSK-EVENT-005").isIn(new CallbackReturned("WskReceiveFromEvent", 1, "STATUS_PENDING", "")))
                .isTrue();
        assertThat(of("WSK-LISTEN-002").words()).isEqualTo("a call of WskListen");
    }
}
