package dev.wsksim.scenario.reference;

import dev.wsksim.wsk.registry.InterfaceItem;

/**
 * What there is to know about a control code of WskControlClient, or an option of WskControlSocket.
 *
 * @param name its C name
 * @param kind which of the two it is
 * @param summary what it does
 * @param value what goes in and out
 * @param when when it may be used
 * @param irp whether it takes an IRP
 * @param item its entry in the registry: how far it is simulated, and its documentation page
 */
public record ControlPage(
        String name, Kind kind, String summary, String value, String when, String irp, InterfaceItem item) {

    /** Tells whether the simulator has it. */
    public boolean simulated() {
        return item.support().isSimulated();
    }

    /** Returns its documentation page. */
    public String page() {
        return item.page();
    }

    /** Which function it belongs to. */
    public enum Kind {
        /** A control code of WskControlClient. */
        CLIENT_CONTROL_CODE("control code of WskControlClient"),
        /** A socket option of WskControlSocket, level SOL_SOCKET. */
        SOCKET_OPTION("socket option of WskControlSocket, level SOL_SOCKET");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Returns the kind in words. */
        public String text() {
            return text;
        }
    }
}
