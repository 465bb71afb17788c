package dev.wsksim.wsk.event;

/**
 * WSK_INSPECT_ID: names a connection request under inspection; compared by content, never by address. Source:
 * ns-wsk-_wsk_inspect_id.
 *
 * @param key {@code Key}
 * @param serialNumber {@code SerialNumber}
 */
public record WskInspectId(long key, long serialNumber) {

    @Override
    public String toString() {
        return "{Key " + key + ", SerialNumber " + serialNumber + "}";
    }
}
