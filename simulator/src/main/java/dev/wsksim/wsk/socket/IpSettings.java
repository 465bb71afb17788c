package dev.wsksim.wsk.socket;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Fragmentation;
import dev.wsksim.net.packet.IpExtras;

/**
 * The options of one IP level that sockets of every category have, and that act on what is sent. Source:
 * ipproto-ip-socket-options, ipproto-ipv6-socket-options.
 */
public final class IpSettings {

    private int hopLimit;
    private int trafficClass;
    private ByteSlice options = ByteSlice.EMPTY;
    private PathMtuDiscovery discovery = PathMtuDiscovery.IP_PMTUDISC_NOT_SET;
    private int unicastInterface;

    /** Returns IP_TTL or IPV6_UNICAST_HOPS; 0 for the host's own. */
    public int hopLimit() {
        return hopLimit;
    }

    /** Sets IP_TTL or IPV6_UNICAST_HOPS. */
    public void setHopLimit(int value) {
        hopLimit = value;
    }

    /** Returns IP_TOS or IPV6_TCLASS. */
    public int trafficClass() {
        return trafficClass;
    }

    /** Sets IP_TOS or IPV6_TCLASS. */
    public void setTrafficClass(int value) {
        trafficClass = value;
    }

    /** Returns IP_OPTIONS, a multiple of 4 bytes. */
    public ByteSlice options() {
        return options;
    }

    /** Sets IP_OPTIONS. */
    public void setOptions(ByteSlice value) {
        options = value;
    }

    /** Returns IP_MTU_DISCOVER or IPV6_MTU_DISCOVER. */
    public PathMtuDiscovery discovery() {
        return discovery;
    }

    /** Sets IP_MTU_DISCOVER or IPV6_MTU_DISCOVER. */
    public void setDiscovery(PathMtuDiscovery value) {
        discovery = value;
    }

    /** Returns IP_UNICAST_IF or IPV6_UNICAST_IF: the index of an interface; 0 for that of the route. */
    public int unicastInterface() {
        return unicastInterface;
    }

    /** Sets IP_UNICAST_IF or IPV6_UNICAST_IF. */
    public void setUnicastInterface(int value) {
        unicastInterface = value;
    }

    IpSettings copy() {
        IpSettings copy = new IpSettings();
        copy.hopLimit = hopLimit;
        copy.trafficClass = trafficClass;
        copy.options = options;
        copy.discovery = discovery;
        copy.unicastInterface = unicastInterface;
        return copy;
    }

    /** Returns what the packets of a connection have in their header; without path MTU discovery, they have no DF. */
    IpExtras extrasOfStream() {
        boolean discovers =
                discovery == PathMtuDiscovery.IP_PMTUDISC_NOT_SET || discovery == PathMtuDiscovery.IP_PMTUDISC_DO;
        return IpExtras.of(trafficClass, discovers ? Fragmentation.USUAL : Fragmentation.ALLOWED, options);
    }
}
