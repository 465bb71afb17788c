package dev.wsksim.wsk.call;

import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.name.UnicodeString;
import org.jspecify.annotations.Nullable;

/**
 * What WskGetNameInfo is asked for.
 *
 * @param sockAddr the address with its port
 * @param sockAddrLength how many bytes it has
 * @param nodeName receives the name of the host
 * @param serviceName receives the name of the service
 * @param flags the NI_ flags
 */
public record NameInfoRequest(
        @Nullable SockAddr sockAddr,
        long sockAddrLength,
        @Nullable UnicodeString nodeName,
        @Nullable UnicodeString serviceName,
        int flags) {

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
