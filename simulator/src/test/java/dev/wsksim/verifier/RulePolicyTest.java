package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.rule.StandardRules;
import org.junit.jupiter.api.Test;

final class RulePolicyTest {

    private static final Rule MUST = rule("WSK-IRP-004");
    private static final Rule SHOULD = rule("WSK-SOCKET-006");
    private static final Rule QUALITY = rule("WSK-NAME-008");

    private static Rule rule(String id) {
        return StandardRules.book().rule(id).orElseThrow();
    }

    private static Violation of(Rule rule) {
        return new Violation(rule, ImmutableList.of(1L), "it did");
    }

    @Test
    void strict_everyViolationCounts() {
        ImmutableList<Violation> all = ImmutableList.of(of(MUST), of(SHOULD), of(QUALITY));

        RulePolicy.Judgement judgement = RulePolicy.STRICT.judge(all);

        assertThat(judgement.counting()).isEqualTo(all);
        assertThat(judgement.tolerated()).isEmpty();
        assertThat(judgement.idle()).isEmpty();
    }

    @Test
    void countingFrom_lesserSeverities_areTolerated() {
        ImmutableList<Violation> all = ImmutableList.of(of(MUST), of(SHOULD), of(QUALITY));

        assertThat(RulePolicy.STRICT.countingFrom(Severity.SHOULD).judge(all).counting())
                .extracting(Violation::rule)
                .containsExactly(MUST, SHOULD);
        assertThat(RulePolicy.STRICT.countingFrom(Severity.MUST).judge(all).tolerated())
                .extracting(tolerated -> tolerated.violation().rule(), RulePolicy.Tolerated::because)
                .containsExactly(
                        tuple(SHOULD, "a rule of severity should does not fail this run"),
                        tuple(QUALITY, "a rule of severity quality does not fail this run"));
    }

    @Test
    void off_aRuleIsToleratedWithItsReason_andToldWhenItWasNotBroken() {
        RulePolicy policy = RulePolicy.STRICT.off(MUST.id(), "one").off(SHOULD.id(), "two");

        RulePolicy.Judgement judgement = policy.judge(ImmutableList.of(of(MUST)));

        assertThat(judgement.counting()).isEmpty();
        assertThat(judgement.tolerated())
                .extracting(RulePolicy.Tolerated::because)
                .containsExactly("off, because one");
        assertThat(judgement.idle()).containsExactly(SHOULD.id());
    }

    @Test
    void off_withoutAReason_isRefused() {
        assertThatThrownBy(() -> RulePolicy.STRICT.off(MUST.id(), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("say why WSK-IRP-004 is off");
    }

    @Test
    void verifier_ruleThatTheBookDoesNotHave_isRefused() {
        RulePolicy policy = RulePolicy.STRICT.off(new RuleId("WSK-IRP-999"), "no such rule");

        assertThatThrownBy(() -> new Verifier(StandardRules.book(), policy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule WSK-IRP-999");
    }

    @Test
    void verifier_withAPolicy_checksAllTheSame() {
        RulePolicy policy = RulePolicy.STRICT.off(new RuleId("WSK-REG-004"), "it stays loaded");
        VerifiedRun run = new VerifiedRun();
        Verifier verifier = new Verifier(StandardRules.book(), policy);
        run.log.entries().forEach(verifier::accept);
        verifier.driverUnloaded();

        assertThat(verifier.violations())
                .extracting(found -> found.rule().id().text())
                .containsExactly("WSK-REG-004", "WSK-REG-005");
        assertThat(verifier.judgement().counting())
                .extracting(found -> found.rule().id().text())
                .containsExactly("WSK-REG-005");
    }
}
