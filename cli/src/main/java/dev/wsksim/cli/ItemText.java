package dev.wsksim.cli;

import dev.wsksim.scenario.reference.CallbackPage;
import dev.wsksim.scenario.reference.CallbackPages;
import dev.wsksim.scenario.reference.StructurePage;
import dev.wsksim.scenario.reference.StructurePages;
import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.registry.InterfaceItem;

/** Tells what the registry knows about an item of the WSK interface. */
final class ItemText {
    private static final int LABEL_COLUMN = 16;
    private static final int TEXT_COLUMN = 26;

    private ItemText() {}

    static void add(TextLayout layout, InterfaceItem item, RelatedScenarios related) {
        layout.title(item.name(), item.kind().text());
        String value = item.valueText();
        if (!value.isEmpty()) {
            layout.item("value", LABEL_COLUMN, value);
        }
        addReach(layout, item);
        StructurePages.of(item.name()).ifPresent(page -> addStructure(layout, page));
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
        CallbackPage page = CallbackPages.of(callback);
        layout.heading("What it does").paragraph(page.summary());
        layout.heading("Parameters, in order");
        page.parameters().forEach((name, text) -> layout.item(name, TEXT_COLUMN, text));
        if (!callback.flags().isEmpty()) {
            layout.heading("Flags").paragraph(String.join(", ", callback.flags()));
        }
        layout.heading("Returns " + callback.returnType());
        page.returns().forEach((value, text) -> layout.item(value, TEXT_COLUMN + 2, text));
        layout.heading("Remarks");
        page.remarks().forEach(layout::bullet);
        layout.bullet("Called at or below DISPATCH_LEVEL in any thread; it must not wait for another WSK request.");
    }

    private static void addStructure(TextLayout layout, StructurePage page) {
        layout.heading("What it is").paragraph(page.summary());
        layout.heading("Members, in order");
        page.members().forEach(member -> layout.item(member.name(), TEXT_COLUMN, typed(member)));
        if (!page.remarks().isEmpty()) {
            layout.heading("Remarks");
            page.remarks().forEach(layout::bullet);
        }
    }

    private static String typed(StructurePage.Member member) {
        return member.text().isEmpty() ? member.type() : member.type() + ": " + member.text();
    }
}
