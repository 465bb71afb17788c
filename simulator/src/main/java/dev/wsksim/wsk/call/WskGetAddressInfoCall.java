package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.name.DnsFailure;
import dev.wsksim.net.name.Resolution;
import dev.wsksim.net.name.ResolvedHost;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.name.AddrInfoExW;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * WskGetAddressInfo: finds the addresses of a host and the port of a service, and delivers them as a linked list.
 *
 * <p>The list is the provider's memory, written to Result when the IRP completes with success; the driver gives it back
 * with one WskFreeAddressInfo of its head. IoStatus.Information is 0, as seen on Windows; the page says that it is the
 * returned status.
 *
 * <p>Statuses: STATUS_SUCCESS; for a name or service that is not known STATUS_NOT_FOUND from Windows 8 on and
 * STATUS_NO_MATCH on Windows 7 (seen; the page has STATUS_NO_MATCH), which the decision wsk.unanswered-name-status also
 * gives to a name for which no answer came; STATUS_INVALID_PARAMETER for a NULL IRP (seen), for OwningProcess and
 * OwningThread against the rules, and, as assumptions, for a NULL Result, for NodeName and ServiceName both without text,
 * and for hints against the rules of GetAddrInfoEx; STATUS_INTERNAL_ERROR while the resolver is not ready (reported by
 * drivers); STATUS_CANCELLED after IoCancelIrp (OQ-26). Windows was seen to pend even a numeric address.
 *
 * <p>The one namespace provider is that of TCP/IP for NS_DNS; a namespace or provider that is not installed knows no name
 * (WSASERVICE_NOT_FOUND there; the status is an assumption).
 *
 * <p>IRQL: PASSIVE_LEVEL. Source: nc-wsk-pfn_wsk_get_address_info, nf-ws2tcpip-getaddrinfoexw, ns-ws2def-addrinfoexw.
 */
public final class WskGetAddressInfoCall extends NameCall {

    /** The namespace provider of TCP/IP, as the namespace catalog of every Windows lists it. */
    public static final UUID TCPIP_PROVIDER = UUID.fromString("22059d40-7e9e-11cf-ae5a-00aa00a7112b");

    private final AddressInfoRequest request;
    private ImmutableList<AddrInfoExW.Members> entries = ImmutableList.of();
    private @Nullable Resolution<ResolvedHost> resolution;

    private WskGetAddressInfoCall(
            WskServices services,
            @Nullable WskClient client,
            AddressInfoRequest request,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp irp) {
        super(services, WskFunction.WskGetAddressInfo, client, owningProcess, owningThread, irp);
        this.request = request;
    }

    /** Plays a call of WskGetAddressInfo up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskClient client,
            AddressInfoRequest request,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp irp) {
        return new WskGetAddressInfoCall(services, client, request, owningProcess, owningThread, irp).run();
    }

    @Override
    void requireSimulated() {
        AddressInfoHints.requireSimulated(request.hints());
        Optional<String> namespace = Ws2defNames.namespaceName(request.nameSpace());
        if (namespace.isPresent() && !isInstalled(request.nameSpace())) {
            throw new NotSimulatedException("the namespace " + namespace.get() + " of WskGetAddressInfo");
        }
    }

    private static boolean isInstalled(int namespace) {
        return namespace == Ws2defNames.NS_ALL || namespace == Ws2defNames.NS_DNS;
    }

    @Override
    void start() {
        String wrong = wrongParameter();
        AddressInfoHints hints = AddressInfoHints.of(request.hints());
        if (wrong != null) {
            refuseParameter(wrong);
        } else if (!isInstalled(request.nameSpace())) {
            settleUnknown("no provider of namespace " + request.nameSpace() + " is installed (assumption)");
        } else if (request.provider() != null && !request.provider().equals(TCPIP_PROVIDER)) {
            settleUnknown("the namespace provider {" + request.provider() + "} is not installed (assumption)");
        } else {
            findService(hints);
        }
    }

    private @Nullable String wrongParameter() {
        String node = request.node();
        String owner = wrongOwner();
        if (owner != null) {
            return owner;
        }
        if (request.result() == null) {
            return "Result is NULL (assumption)";
        }
        if ((node == null || node.isEmpty()) && request.service().isEmpty()) {
            return "neither NodeName nor ServiceName says anything (assumption)";
        }
        return AddressInfoHints.judge(request.hints(), node != null);
    }

    private void findService(AddressInfoHints hints) {
        ImmutableList<ServicePorts.ServicePort> ports =
                ServicePorts.find(request.service(), hints, names().resolver().files());
        if (ports.isEmpty()) {
            settleUnknown("the service is not known");
        } else {
            findNode(new AddressEntries(environment().host(), hints, ports));
        }
    }

    private void findNode(AddressEntries wanted) {
        AddressInfoHints hints = wanted.hints();
        String node = request.node();
        if (node == null) {
            boolean passive = hints.has(Ws2defNames.AI_PASSIVE);
            ImmutableList.Builder<IpAddress> own = ImmutableList.builder();
            for (IpFamily family : ImmutableList.of(IpFamily.IPV6, IpFamily.IPV4)) {
                own.add(passive ? IpAddress.wildcard(family) : IpAddress.loopback(family));
            }
            settleWith(wanted.of(own.build(), 0, null), passive ? "the wildcard address" : "the loopback address");
            return;
        }
        Optional<NumericHost> numeric = NumericHost.parse(node);
        if (numeric.isPresent()) {
            String name = wanted.wantsName() ? node : null;
            ImmutableList<IpAddress> address = ImmutableList.of(numeric.get().address());
            settleWith(wanted.of(address, numeric.get().scopeId(), name), "a numeric address");
        } else if (hints.has(Ws2defNames.AI_NUMERICHOST)) {
            settleUnknown("NodeName is no numeric address, as AI_NUMERICHOST demands");
        } else {
            resolution = names().resolver().resolve(node, (host, failure) -> resolved(wanted, host, failure));
        }
    }

    private void resolved(AddressEntries wanted, @Nullable ResolvedHost host, @Nullable DnsFailure failure) {
        if (host != null) {
            settleWith(wanted.of(host), "the name is resolved");
        } else if (failure != null) {
            settleFailed(failure);
        }
    }

    private void settleWith(ImmutableList<AddrInfoExW.Members> found, String reason) {
        if (found.isEmpty()) {
            settleUnknown("there is no address of a wanted family");
        } else {
            entries = found;
            settle(NtStatus.STATUS_SUCCESS, reason);
        }
    }

    @Override
    void completing() {
        Variable<AddrInfoExW> result = request.result();
        if (!entries.isEmpty() && result != null) {
            result.set(names().lists().deliver(entries).head());
        }
    }

    @Override
    void abandon() {
        if (resolution != null) {
            resolution.cancel();
        }
    }

    @Override
    CallArguments arguments() {
        return withOwner(clientArguments()
                .string("NodeName", request.nodeName())
                .string("ServiceName", request.serviceName())
                .pointer(
                        "NameSpace",
                        Ws2defNames.namespaceName(request.nameSpace())
                                .orElse(Integer.toUnsignedString(request.nameSpace())))
                .pointer("Provider", request.provider())
                .pointer("Hints", request.hints())
                .context("Result", request.result()));
    }
}
