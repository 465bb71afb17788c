package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.sharing.SharingOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the datagram category: sends and receives datagrams once bound; bound to the wildcard address, it receives
 * on all addresses, and routing chooses the source of what it sends.
 *
 * <p>In dual mode (IPV6_V6ONLY off) a UDP socket of AF_INET6 serves both families: IPv4 peers have IPv4-mapped addresses.
 * A raw socket shares its address with everybody, since every matching one gets a copy of each packet; one for TCP
 * cannot be bound: STATUS_ACCESS_DENIED (the status is an assumption). Source: winsock-kernel-socket-categories,
 * nc-wsk-pfn_wsk_bind, the Winsock page "TCP/IP Raw Sockets".
 */
public final class DatagramSocket extends WskSocket {

    private final LocalAddress address;
    private final DatagramRole role;

    DatagramSocket(SocketSetup setup) {
        super(setup);
        address = new LocalAddress();
        role = new DatagramRole(this);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.DATAGRAM;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    /** Returns the part that sends and receives. */
    public DatagramRole role() {
        return role;
    }

    @Override
    public IpSettings ip(IpFamily family) {
        return role.options().of(family).ip();
    }

    @Override
    public void changeIp(IpFamily family, Consumer<IpSettings> change) {
        role.options().change(family, settings -> change.accept(settings.ip()));
    }

    @Override
    public BindDecision bind(Endpoint wanted) {
        if (isDualMode() && role.isRaw()) {
            throw new NotSimulatedException("WskBind of a raw socket with IPV6_V6ONLY off");
        }
        BindDecision refusal = role.isRaw() ? refusedRaw() : refusedUdp(wanted);
        return refusal == null ? super.bind(wanted) : refusal;
    }

    private @Nullable BindDecision refusedRaw() {
        return triple().protocol() == Ws2def.IPPROTO_TCP
                ? new BindDecision(
                        NtStatus.STATUS_ACCESS_DENIED,
                        null,
                        "a raw socket for IPPROTO_TCP cannot be bound (the status is an assumption)")
                : null;
    }

    /** What else on the host uses UDP, such as a scripted peer, does not know the sharing rules. */
    private @Nullable BindDecision refusedUdp(Endpoint wanted) {
        ImmutableList<Endpoint> onTheNet = LocalAddress.onTheNet(this, wanted);
        boolean isTaken = services().host().udp().endpoints().stream()
                .anyMatch(other -> onTheNet.contains(other.local()) && !(other.user() instanceof UdpTransport));
        return isTaken
                ? new BindDecision(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS, null, "somebody without WSK uses " + wanted)
                : null;
    }

    @Override
    BindDecision takeAddress(LocalAddress local, Endpoint wanted) {
        return role.isRaw() ? local.bindUnguarded(this, wanted) : local.bind(this, wanted);
    }

    @Override
    void bound(LocalAddress bound) {
        boolean shares = sharingOption() == SharingOption.REUSE;
        role.open(
                LocalAddress.onTheNet(this, bound.requireEndpoint()),
                shares ? services().table().sharedEndpoints() : null);
    }

    @Override
    public void eventsEnabled() {
        role.eventsEnabled();
    }

    @Override
    void died() {
        role.die();
    }

    @Override
    public void tearDown() {
        role.close();
        address.release();
    }
}
