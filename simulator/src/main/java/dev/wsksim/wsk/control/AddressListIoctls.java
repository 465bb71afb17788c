package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;

/**
 * The IOCTLs about the local addresses of the socket's family; all of them at PASSIVE_LEVEL only. Source:
 * sio-address-list-query, sio-address-list-change, nc-wsk-pfn_wsk_control_socket.
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
                    .control(Shape.NOTHING, Shape.NOTHING, AddressListIoctls::change));

    private AddressListIoctls() {}

    private static ControlOutcome query(SocketControl control) {
        ImmutableList.Builder<SockAddr> addresses = ImmutableList.builder();
        control.socket()
                .addressLists()
                .of(family(control))
                .forEach(address -> addresses.add(SockAddr.of(new Endpoint(address, 0))));
        SocketAddressList list = new SocketAddressList(addresses.build());
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
