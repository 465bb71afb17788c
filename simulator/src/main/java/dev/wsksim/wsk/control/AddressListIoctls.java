package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The IOCTLs about the local addresses of the socket's family; all of them at PASSIVE_LEVEL only. Source:
 * sio-address-list-query, sio-address-list-change, using-sio-address-list-sort, nc-wsk-pfn_wsk_control_socket.
 */
final class AddressListIoctls {

    static final ImmutableList<SocketOperation> ALL = ImmutableList.of(
            SocketOperation.of("SIO_ADDRESS_LIST_QUERY", 0)
                    .irp(IrpDemand.FORBIDDEN)
                    .atPassiveLevel()
                    .withSizeReturned()
                    .control(Shape.NOTHING, Shape.ADDRESS_LIST, AddressListIoctls::query),
            SocketOperation.of("SIO_ADDRESS_LIST_CHANGE", 0)
                    .atPassiveLevel()
                    .control(Shape.NOTHING, Shape.NOTHING, AddressListIoctls::change),
            SocketOperation.of("SIO_ADDRESS_LIST_SORT", 0)
                    .irp(IrpDemand.FORBIDDEN)
                    .atPassiveLevel()
                    .withSizeReturned()
                    .control(Shape.ADDRESS_LIST, Shape.ADDRESS_LIST, AddressListIoctls::sort));

    private AddressListIoctls() {}

    private static ControlOutcome query(SocketControl control) {
        ImmutableList.Builder<SockAddr> addresses = ImmutableList.builder();
        control.socket()
                .addressLists()
                .of(family(control))
                .forEach(address -> addresses.add(SockAddr.of(new Endpoint(address, 0))));
        return give(control, new SocketAddressList(addresses.build()));
    }

    /**
     * Puts the addresses of a remote end in the order in which they are to be tried, each of them a SOCKADDR_IN6 with an
     * address of IPv6 or a mapped one of IPv4; those that cannot be of one host are left out. Parameters as for
     * SIO_ADDRESS_LIST_QUERY, with the list in InputBuffer too (OQ-23). Source: using-sio-address-list-sort.
     */
    private static ControlOutcome sort(SocketControl control) {
        if (!(control.input() instanceof SocketAddressList given)) {
            throw new AssertionError("InputBuffer was judged before");
        }
        List<IpAddress> destinations = new ArrayList<>();
        Map<IpAddress, SockAddr> written = new LinkedHashMap<>();
        for (SockAddr address : given.addresses()) {
            if (!(address instanceof SockAddr.Inet6 six)) {
                return ControlOutcome.invalid("each address of the list must be a SOCKADDR_IN6");
            }
            IpAddress told = six.endpoint().address();
            IpAddress destination = told.isIpv4Mapped() ? told.unmapped() : told;
            if (control.host().isOneHost(destination) && written.put(destination, six) == null) {
                destinations.add(destination);
            }
        }
        ImmutableList.Builder<SockAddr> sorted = ImmutableList.builder();
        for (IpAddress destination : control.host().sortDestinations(destinations)) {
            SockAddr own = written.get(destination);
            if (own != null) {
                sorted.add(own);
            }
        }
        return give(control, new SocketAddressList(sorted.build()));
    }

    private static ControlOutcome give(SocketControl control, SocketAddressList list) {
        Variable<?> output = control.request().output();
        if (output == null || control.request().outputSize() < list.size()) {
            return new ControlOutcome(
                    NtStatus.STATUS_BUFFER_OVERFLOW,
                    list.size(),
                    "OutputSize is " + control.request().outputSize() + ", the list has " + list.size() + " bytes",
                    null,
                    null);
        }
        Variable.storeThroughVoid(output, list);
        return ControlOutcome.returned(list.size(), "returned " + list);
    }

    private static ControlOutcome change(SocketControl control) {
        IpFamily family = family(control);
        return ControlOutcome.waiting(
                NtStatus.STATUS_PENDING,
                "waits for a change of the addresses",
                waiter -> control.socket()
                        .addressLists()
                        .awaitChange(
                                family,
                                () -> waiter.done(
                                        NtStatus.STATUS_SUCCESS, "the " + family + " addresses of the host changed")));
    }

    private static IpFamily family(SocketControl control) {
        boolean six = control.socket().triple().addressFamily() == Ws2def.AF_INET6;
        return six ? IpFamily.IPV6 : IpFamily.IPV4;
    }
}
