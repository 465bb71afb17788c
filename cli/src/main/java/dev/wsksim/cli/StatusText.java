package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.reference.FunctionPage;
import dev.wsksim.scenario.reference.FunctionPages;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tells what there is to know about a status. */
final class StatusText {
    private static final int TEXT_COLUMN = 26;

    private StatusText() {}

    static void add(TextLayout layout, NtStatus status, RelatedScenarios related) {
        layout.title(
                status.name(), status.toHex() + ", " + status.severity().name().toLowerCase(Locale.ROOT));
        layout.heading("What it means").paragraph(status.meaning());
        layout.paragraph("NT_SUCCESS is " + (status.isSuccess() ? "TRUE" : "FALSE") + " for it.");
        status.where().ifPresent(where -> layout.heading("Where it shows up").paragraph(where));
        status.hint().ifPresent(hint -> layout.heading("What to do").paragraph(hint));
        addFunctions(layout, status);
        status.winsockError()
                .ifPresent(error -> layout.heading("In user mode")
                        .paragraph(error.name() + " (" + error.code() + "): " + error.meaning()
                                + " The mapping is that of libuv; the one of AFD is not documented."));
        related.addTo(layout, status.name());
        layout.heading("Source").paragraph(status.source());
    }

    private static void addFunctions(TextLayout layout, NtStatus status) {
        ImmutableList<FunctionPage> pages = Arrays.stream(WskFunction.values())
                .map(FunctionPages::of)
                .flatMap(Optional::stream)
                .filter(page -> page.statuses().stream().anyMatch(result -> result.status() == status))
                .collect(ImmutableList.toImmutableList());
        if (pages.isEmpty()) {
            return;
        }
        layout.heading("Functions, and when");
        for (FunctionPage page : pages) {
            page.statuses().stream()
                    .filter(result -> result.status() == status)
                    .forEach(result -> layout.item(page.function().name(), TEXT_COLUMN, result.when()));
        }
    }
}
