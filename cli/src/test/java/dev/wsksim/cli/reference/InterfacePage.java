package dev.wsksim.cli.reference;

import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.ItemKind;

/** Writes the page about everything that the documentation of WSK names. */
final class InterfacePage {

    private InterfacePage() {}

    static String text() {
        StringBuilder page = ReferencePages.begin(
                "The WSK interface",
                "Everything that the documentation of WSK names, kind by kind: since which Windows it exists, and how"
                        + " far it is simulated. `wsksim list --functions` prints the same, `wsksim explain NAME` says"
                        + " more. Numbers are those of the public headers; flags of different functions share"
                        + " them.");
        for (ItemKind kind : ItemKind.values()) {
            page.append("## ").append(kind.heading()).append("\n\n");
            items(page, kind);
            if (kind == ItemKind.CALLBACK) {
                callbacks(page);
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void items(StringBuilder page, ItemKind kind) {
        page.append("| Name | Value | Since | Simulated | Page |\n|---|---|---|---|---|\n");
        for (InterfaceItem item : InterfaceItems.of(kind)) {
            ReferencePages.row(
                    page,
                    "`" + item.name() + "`",
                    item.valueText(),
                    item.since().toString(),
                    item.supportText(),
                    item.page());
        }
    }

    private static void callbacks(StringBuilder page) {
        page.append("\n| Callback | Member of | Parameters | Flags | Returns | Comes |\n|---|---|---|---|---|---|\n");
        for (WskCallback callback : WskCallback.values()) {
            ReferencePages.row(
                    page,
                    "`" + callback.name() + "`",
                    callback.table(),
                    String.join(", ", callback.parameters()),
                    String.join(", ", callback.flags()),
                    callback.returnType() + ": " + String.join(", ", callback.legalReturns()),
                    callback.enabledBy().text());
        }
    }
}
