package dev.wsksim.scenario.reference;

import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.ItemKind;

/**
 * What there is to know about a control code of WskControlClient, or an option or IOCTL of WskControlSocket.
 *
 * @param name its C name
 * @param kind which of them it is
 * @param summary what it does
 * @param value what goes in and out
 * @param when when it may be used
 * @param irp whether it takes an IRP
 * @param item its entry in the registry: how far it is simulated, and its documentation page
 */
public record ControlPage(
        String name, ItemKind kind, String summary, String value, String when, String irp, InterfaceItem item) {

    /** Tells whether the simulator has it. */
    public boolean simulated() {
        return item.support().isSimulated();
    }

    /** Returns its documentation page. */
    public String page() {
        return item.page();
    }
}
