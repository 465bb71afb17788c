package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Lets only datagrams of the fixed remote address pass. Source: sio-wsk-set-remote-address.
 *
 * @param only the fixed remote address; null where every sender is heard
 * @param isRaw whether ports do not count
 */
record DatagramFilter(@Nullable Endpoint only, boolean isRaw) {

    boolean passes(Endpoint source) {
        return only == null || (only.address().equals(source.address()) && (isRaw || only.port() == source.port()));
    }
}
