package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.verifier.rule.StandardRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleBookTest {

    private static final RuleBook BOOK = StandardRules.book();

    private static Rule rule(String id) {
        return Rule.named(id, Severity.QUALITY, "a title").checkedBy(() -> (entry, sink) -> {});
    }

    @Test
    void standardRules_allTellEverything() {
        assertThat(BOOK.rules()).hasSizeGreaterThan(40);
        assertThat(BOOK.rules()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotEmpty().doesNotEndWith(".");
            assertThat(List.of(rule.what(), rule.why(), rule.fix()))
                    .allSatisfy(text -> assertThat(text).matches("[A-Z].*\\."));
            assertThat(rule.pages()).isNotEmpty().allMatch(page -> page.matches("[a-z0-9_-]+"));
            assertThat(rule.obligations()).allMatch(id -> id.matches("(V[0-9]{3}|[GH][0-9]{2}|R-[0-9]{2,3})"));
        });
    }

    @Test
    void standardRules_coverTheObligationsOfTheSimulatedFunctions() {
        assertThat(BOOK.rules().stream().flatMap(rule -> rule.obligations().stream()))
                .contains("V001", "V003", "V017", "V018", "V022", "V027", "V030", "V040", "V041", "V043", "V044")
                .contains("V045", "V046", "V047", "V051", "V052", "V055", "V100", "V107", "V111", "V116")
                .contains("G01", "G02", "G03", "G04", "G06", "G07", "G12", "G21", "G22", "G24", "G25", "G32");
    }

    @Test
    void rule_isFoundById() {
        assertThat(BOOK.rule("WSK-IRP-004"))
                .map(Rule::toString)
                .contains("WSK-IRP-004 A completed own IRP is reinitialised before it is used again");
        assertThat(BOOK.rule("WSK-IRP-999")).isEmpty();
    }

    @Test
    void of_twoRulesWithOneId_isRefused() {
        List<Rule> twins = List.of(rule("WSK-A-001"), rule("WSK-A-001"));
        assertThatIllegalArgumentException().isThrownBy(() -> RuleBook.of(twins));
    }

    @Test
    void ruleId_hasAThemeAndANumber() {
        assertThat(new RuleId("WSK-SOCKET-001").theme()).isEqualTo("SOCKET");
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleId("WSK-IRP-1"));
    }
}
