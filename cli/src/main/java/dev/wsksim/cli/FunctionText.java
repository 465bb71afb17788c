package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.reference.FunctionPage;
import dev.wsksim.scenario.reference.FunctionPage.Comparison;
import dev.wsksim.scenario.reference.FunctionPages;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskFunction;
import java.util.List;

/** Tells what there is to know about a function. */
final class FunctionText {
    private static final int TEXT_COLUMN = 26;
    private static final List<Integer> COMPARISON_COLUMNS = List.of(2, 29, 64);

    private static final int LEAST_WIDTH_OF_TABLE = 90;

    private FunctionText() {}

    static void add(TextLayout layout, WskFunction function, RelatedScenarios related) {
        layout.title(function.name(), function.support().text());
        layout.paragraph(function.where().text() + ", at or below " + function.maxIrql() + ", page " + function.page());
        addPage(layout, FunctionPages.of(function).orElseThrow());
        related.addTo(layout, function.name());
    }

    private static void addPage(TextLayout layout, FunctionPage page) {
        layout.heading("What it does").paragraph(page.summary());
        layout.heading("Parameters, in order");
        page.parameters().forEach(parameter -> layout.item(parameter.name(), TEXT_COLUMN, parameter.text()));
        if (!page.statuses().isEmpty()) {
            layout.heading("Statuses, returned or in IoStatus.Status");
        }
        page.statuses().forEach(result -> layout.item(result.status().name(), TEXT_COLUMN + 14, result.when()));
        for (FunctionPage.Section section : page.sections()) {
            layout.heading(section.title());
            section.remarks().forEach(remark -> addRemark(layout, remark));
        }
        page.comparison().ifPresent(comparison -> addComparison(layout, comparison));
        addRules(layout, page.function());
        layout.heading("Sources");
        layout.paragraph(String.join(
                ", ", page.sources().isEmpty() ? List.of(page.function().page()) : sources(page)));
    }

    /** A row of a table has its own blanks in it and is left as it is. */
    private static void addRemark(TextLayout layout, String remark) {
        if (remark.contains("   ")) {
            layout.verbatim(remark);
        } else {
            layout.bullet(remark);
        }
    }

    private static List<String> sources(FunctionPage page) {
        return ImmutableList.<String>builder()
                .add(page.function().page())
                .addAll(page.sources())
                .build();
    }

    private static void addComparison(TextLayout layout, Comparison comparison) {
        layout.heading(comparison.rows().size() + " differences to " + comparison.right());
        if (layout.width() < LEAST_WIDTH_OF_TABLE) {
            comparison
                    .rows()
                    .forEach(row -> layout.bullet(row.topic() + ". " + comparison.left() + ": " + row.left() + ". "
                            + comparison.right() + ": " + row.right() + "."));
            return;
        }
        List<Integer> ends = ImmutableList.<Integer>builder()
                .addAll(COMPARISON_COLUMNS)
                .add(layout.width())
                .build();
        layout.columns(ends, "", "", comparison.left(), comparison.right());
        comparison.rows().forEach(row -> layout.columns(ends, "", row.topic(), row.left(), row.right()));
    }

    private static void addRules(TextLayout layout, WskFunction function) {
        var rules = StandardRules.book().rules().stream()
                .filter(rule -> rule.pages().contains(function.page()))
                .toList();
        if (!rules.isEmpty()) {
            layout.heading("Rules that the verifier checks");
            rules.forEach(rule -> layout.item(rule.id().text(), TEXT_COLUMN - 8, rule.title()));
        }
    }
}
