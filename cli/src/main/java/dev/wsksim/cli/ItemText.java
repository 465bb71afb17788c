package dev.wsksim.cli;

import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.registry.InterfaceItem;
import java.util.List;

/** Tells what the registry knows about an item of the WSK interface. */
final class ItemText {
    private static final int LABEL_COLUMN = 16;

    private ItemText() {}

    static void add(TextLayout layout, InterfaceItem item, RelatedScenarios related) {
        layout.title(item.name(), item.kind().text());
        String value = item.valueText();
        if (!value.isEmpty()) {
            layout.item("value", LABEL_COLUMN, value);
        }
        addReach(layout, item);
        WskCallback.byName(item.name()).ifPresent(callback -> addCallback(layout, callback));
        related.addTo(layout, item.name());
        layout.heading("Source").paragraph(item.page());
    }

    /** Adds which Windows has the item, and how far it is simulated. */
    static void addReach(TextLayout layout, InterfaceItem item) {
        layout.item("since", LABEL_COLUMN, item.since().toString());
        layout.item(
                "simulated",
                LABEL_COLUMN,
                item.support() == Support.NONE
                        ? "not yet: a scenario that uses it ends as inconclusive"
                        : item.support() == Support.FULL ? "yes" : item.supportText());
    }

    private static void addCallback(TextLayout layout, WskCallback callback) {
        layout.item("member of", LABEL_COLUMN, callback.table());
        layout.item("comes", LABEL_COLUMN, callback.enabledBy().text());
        layout.heading("Parameters, in order").paragraph(String.join(", ", callback.parameters()));
        if (!callback.flags().isEmpty()) {
            layout.heading("Flags").paragraph(String.join(", ", callback.flags()));
        }
        layout.heading("Returns").paragraph(returns(callback));
        layout.paragraph("Called at or below DISPATCH_LEVEL; it must not wait for another WSK request.");
    }

    private static String returns(WskCallback callback) {
        List<String> all = callback.legalReturns();
        return callback.returnType() + ": " + (all.size() == 1 ? "always " : "") + String.join(", ", all);
    }
}
