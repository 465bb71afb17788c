package dev.wsksim.export.netstat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.NetworkInterface;

/**
 * A network interface as it was at one instant.
 *
 * @param name the name by which its host knows it
 * @param up whether it took and gave packets
 * @param mtu how many bytes the packets that leave through it may have
 * @param addresses its addresses, the preferred ones first
 */
public record InterfaceSnapshot(String name, boolean up, int mtu, ImmutableList<HostAddress> addresses) {

    static InterfaceSnapshot of(NetworkInterface own) {
        return new InterfaceSnapshot(own.name(), own.isUp(), own.mtu(), own.addresses());
    }
}
