package dev.wsksim.cli.reference;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.obligation.Disposition;
import dev.wsksim.verifier.obligation.Obligation;
import dev.wsksim.verifier.obligation.Obligations;

/** Writes the page of all obligations from the book. */
final class ObligationsPage {

    private ObligationsPage() {}

    static String text() {
        StringBuilder page = ReferencePages.begin(
                "Obligations",
                "What the documentation asks of a WSK client, and misuses that were seen in public drivers; each with where"
                        + " it shows in a run, or why it does not. [rules.md](rules.md) has the rules."
                        + " `wsksim explain V034` says the same of one.");
        addCounts(page);
        for (Obligations.Source source : Obligations.Source.values()) {
            page.append("\n## ").append(capital(source.text())).append("\n\n");
            page.append(
                    "| | Obligation | How put | Shows as | Which, and when or why not | Pages |\n|---|---|---|---|---|---|\n");
            for (Obligation obligation : Obligations.from(source)) {
                ReferencePages.row(
                        page,
                        obligation.id(),
                        obligation.text(),
                        obligation.strength().label(),
                        obligation.disposition().kind().label(),
                        Obligations.where(obligation),
                        String.join(", ", obligation.pages()));
            }
        }
        return page.toString();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void addCounts(StringBuilder page) {
        page.append("| Of | All |");
        for (Disposition.Kind kind : Disposition.Kind.values()) {
            page.append(' ').append(capital(kind.label())).append(" |");
        }
        page.append("\n|---|---|---|---|---|---|---|\n");
        for (Obligations.Source source : Obligations.Source.values()) {
            addCount(page, capital(source.text()), Obligations.from(source));
        }
        addCount(page, "All", Obligations.all());
    }

    private static void addCount(StringBuilder page, String name, ImmutableList<Obligation> obligations) {
        page.append("| ").append(name).append(" | ").append(obligations.size()).append(" |");
        Obligations.count(obligations)
                .values()
                .forEach(count -> page.append(' ').append(count).append(" |"));
        page.append('\n');
    }
}
