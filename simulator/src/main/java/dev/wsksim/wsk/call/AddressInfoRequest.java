package dev.wsksim.wsk.call;

import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.name.UnicodeString;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What WskGetAddressInfo is asked for.
 *
 * @param nodeName a host name or the text of an address
 * @param serviceName a service name or the text of a port
 * @param nameSpace the namespace whose providers answer, such as NS_ALL
 * @param provider the only provider that answers
 * @param hints what kind of addresses is wanted
 * @param result receives the head of the list
 */
public record AddressInfoRequest(
        @Nullable UnicodeString nodeName,
        @Nullable UnicodeString serviceName,
        int nameSpace,
        @Nullable UUID provider,
        @Nullable AddrInfoExW hints,
        @Nullable Variable<AddrInfoExW> result) {

    /** Returns the text of NodeName; null where there is none. */
    @Nullable
    String node() {
        return nodeName == null ? null : nodeName.text();
    }

    /** Returns the text of ServiceName; empty where there is none. */
    String service() {
        return serviceName == null ? "" : serviceName.text();
    }
}
