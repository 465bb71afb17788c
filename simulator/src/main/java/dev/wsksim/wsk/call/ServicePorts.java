package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.name.NameFiles;
import dev.wsksim.net.name.ServiceProtocol;
import dev.wsksim.net.name.ServicesFile;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;

/**
 * Finds what a ServiceName stands for.
 *
 * <p>A number is a port of whatever type the hints say, so that 0 stays 0; a name is looked up in the file {@code services}
 * for each protocol that the hints leave open, and the file says type and protocol (assumption: which of them the provider
 * fills in is not documented). Source: nf-ws2tcpip-getaddrinfoexw.
 */
final class ServicePorts {

    private static final int MOST_DIGITS = 5;

    private ServicePorts() {}

    /**
     * A port with the kind of socket that it is for.
     *
     * @param socktype the socket type
     * @param protocol the protocol
     * @param port the port
     */
    record ServicePort(int socktype, int protocol, int port) {}

    /** Returns the ports that a service has, TCP first; none where it is not known. */
    static ImmutableList<ServicePort> find(String service, AddressInfoHints hints, NameFiles files) {
        if (service.isEmpty()) {
            return ImmutableList.of(new ServicePort(hints.socktype(), hints.protocol(), 0));
        }
        boolean numeric = service.length() <= MOST_DIGITS && service.chars().allMatch(c -> c >= '0' && c <= '9');
        Integer port = numeric ? Ints.tryParse(service) : null;
        if (port != null) {
            return port > Endpoint.MAX_PORT
                    ? ImmutableList.of()
                    : ImmutableList.of(new ServicePort(hints.socktype(), hints.protocol(), port));
        }
        return hints.has(Ws2defNames.AI_NUMERICSERV) ? ImmutableList.of() : inFile(service, hints, files.services());
    }

    private static ImmutableList<ServicePort> inFile(String service, AddressInfoHints hints, ServicesFile file) {
        ImmutableList.Builder<ServicePort> ports = ImmutableList.builder();
        if (hints.wants(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP)) {
            file.portOf(service, ServiceProtocol.TCP)
                    .ifPresent(port -> ports.add(new ServicePort(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, port)));
        }
        if (hints.wants(Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP)) {
            file.portOf(service, ServiceProtocol.UDP)
                    .ifPresent(port -> ports.add(new ServicePort(Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, port)));
        }
        return ports.build();
    }
}
