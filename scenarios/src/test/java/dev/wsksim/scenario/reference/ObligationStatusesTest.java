package dev.wsksim.scenario.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.verifier.obligation.Disposition;
import dev.wsksim.verifier.obligation.Obligation;
import dev.wsksim.verifier.obligation.Obligations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what the book of obligations says of the provider against the pages of functions and the bundled scenarios. */
final class ObligationStatusesTest {

    private static final BundledScenarios BUNDLE = BundledScenarios.shipped();

    private static List<Obligation> of(Disposition.Kind kind) {
        return Obligations.all().stream()
                .filter(obligation -> obligation.disposition().kind() == kind)
                .toList();
    }

    /** StatusEvidenceTest holds that a bundled scenario shows each status of a page. */
    @Test
    void statuses_areOnThePageOfTheFunction() {
        assertThat(of(Disposition.Kind.STATUS)).isNotEmpty().allSatisfy(obligation -> {
            Disposition.Answered answered = (Disposition.Answered) obligation.disposition();
            assertThat(FunctionPages.of(answered.function()).orElseThrow().statuses())
                    .as(obligation.id())
                    .anyMatch(result -> result.status() == answered.status());
        });
    }

    @Test
    void bugChecks_areShownByABundledScenario() {
        assertThat(of(Disposition.Kind.BUG_CHECK)).allSatisfy(obligation -> {
            Disposition.Stopped stopped = (Disposition.Stopped) obligation.disposition();
            assertThat(BUNDLE.paths())
                    .as(obligation.id())
                    .anyMatch(path -> text(path).contains("bug-check: " + stopped.code()));
        });
    }

    private static String text(String path) {
        return BUNDLE.text(path).orElse("");
    }
}
