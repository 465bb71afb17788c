package dev.wsksim.scenario.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts of lessons are broken for a terminal, however their authors broke them. */
final class ParagraphsTest {
    private static final String WORDS =
            "one two three four five six seven eight nine ten ".repeat(3).strip();

    @Test
    void lines_areJoinedAndBrokenAnew() {
        assertThat(Paragraphs.of("a\nb\n\nc\n")).isEqualTo("a b\n\nc\n");
        assertThat(Paragraphs.of(WORDS).lines()).hasSize(2).allMatch(line -> line.length() <= 100);
        assertThat(String.join(" ", Paragraphs.of(WORDS).lines().toList())).isEqualTo(WORDS);
    }

    @Test
    void elementsOfAList_standAlone_andHang() {
        assertThat(Paragraphs.of("list:\n- a\n  b\n- " + WORDS + "\n\nend").lines())
                .startsWith("list:", "- a b")
                .endsWith("", "end")
                .anyMatch(line -> line.matches("  [a-z].*"));
    }

    @Test
    void margin_isBeforeEachLine_butNotBeforeAnEmptyOne() {
        assertThat(Paragraphs.of("  ", "a\n\nb")).isEqualTo("  a\n\n  b\n");
    }
}
