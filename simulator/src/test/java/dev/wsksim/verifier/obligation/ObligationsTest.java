package dev.wsksim.verifier.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.obligation.Obligations.Source;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.registry.OpenQuestion;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the book of obligations complete, and together with the book of rules. */
final class ObligationsTest {

    private static final Pattern QUESTION = Pattern.compile("OQ-[0-9]+");

    private static List<String> ids(Source source) {
        return Obligations.from(source).stream().map(Obligation::id).sorted().toList();
    }

    private static List<String> numbered(String format, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> String.format(format, number))
                .sorted()
                .toList();
    }

    @Test
    void book_hasEachNumberOnce() {
        assertThat(ids(Source.V)).isEqualTo(numbered("V%03d", 248));
        assertThat(ids(Source.G)).isEqualTo(numbered("G%02d", 32));
        assertThat(ids(Source.H)).isEqualTo(numbered("H%02d", 13));
        assertThat(ids(Source.R)).isEqualTo(numbered("R-%02d", 110));
        assertThat(Obligations.all()).hasSize(248 + 32 + 13 + 110);
    }

    @Test
    void obligations_sayWhatAndFromWhere() {
        assertThat(Obligations.all()).allSatisfy(obligation -> {
            assertThat(obligation.text()).matches("[A-Z].*\\.");
            assertThat(obligation.pages()).allMatch(page -> page.matches("[a-z0-9_-]+"));
            boolean hasPages = obligation.id().matches("[VG].*");
            assertThat(obligation.pages().isEmpty()).as(obligation.id()).isNotEqualTo(hasPages);
            assertThat(Obligations.where(obligation)).as(obligation.id()).isNotEmpty();
        });
    }

    @Test
    void obligations_ofARule_haveThatDisposition_andNoOther() {
        for (Obligation obligation : Obligations.all()) {
            boolean checked = obligation.disposition().kind() == Disposition.Kind.RULE;
            assertThat(Obligations.rulesOf(obligation).isEmpty())
                    .as(obligation + ": named by a rule, or not, other than " + obligation.disposition())
                    .isNotEqualTo(checked);
        }
    }

    @Test
    void rules_allNameObligationsThatExist() {
        for (Rule rule : StandardRules.book().rules()) {
            assertThat(Obligations.of(rule))
                    .as(rule.id().text())
                    .hasSameSizeAs(rule.obligations())
                    .isNotEmpty();
        }
    }

    @Test
    void details_nameQuestionsThatExist() {
        Stream<String> named = Obligations.all().stream()
                .flatMap(obligation ->
                        QUESTION.matcher(Obligations.where(obligation)).results())
                .map(MatchResult::group);

        assertThat(OpenQuestions.all().stream().map(OpenQuestion::id)).containsAll(named.toList());
    }

    @Test
    void byId_takesSmallLetters() {
        assertThat(Obligations.byId("v034")).map(Obligation::id).contains("V034");
        assertThat(Obligations.byId("V249")).isEmpty();
    }

    @Test
    void where_namesTheRulesAndWhatTheySee() {
        assertThat(Obligations.where(Obligations.byId("V084").orElseThrow())).isEqualTo("WSK-IRQL-001");
        assertThat(Obligations.where(Obligations.byId("V042").orElseThrow())).startsWith("WSK-SOCKET-001: use after");
        assertThat(Obligations.where(Obligations.byId("V025").orElseThrow()))
                .startsWith("0x1E KMODE_EXCEPTION_NOT_HANDLED: ");
    }

    @Test
    void count_addsUp() {
        ImmutableList<Obligation> all = Obligations.all();
        assertThat(Obligations.count(all).values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(all.size());
    }
}
