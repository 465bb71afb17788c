package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.name.DnsFailure;
import dev.wsksim.net.name.Resolution;
import dev.wsksim.net.name.ServiceProtocol;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.name.NameBufferTooSmall;
import dev.wsksim.wsk.name.UnicodeString;
import org.jspecify.annotations.Nullable;

/**
 * WskGetNameInfo: finds the name of the host that has an address, and of the service that has a port.
 *
 * <p>A host without a name is told as the text of its address, unless NI_NAMEREQD forbids it, and a port without a name as
 * a number. Both buffers are written when the IRP completes with success, or none is. IoStatus.Information is 0
 * (assumption, as seen with WskGetAddressInfo; the page says that it is the returned status).
 *
 * <p>Statuses: STATUS_SUCCESS; with NI_NAMEREQD and no name the same as an unknown name of {@link WskGetAddressInfoCall};
 * STATUS_INVALID_PARAMETER for a NULL IRP, for NodeName and ServiceName both NULL, for OwningProcess and OwningThread
 * against the rules, for a SockAddrLength above that of SOCKADDR_STORAGE, and, as assumptions, for a SockAddr that is NULL,
 * too short or of another family and for unknown flags; for a buffer that is too small the decision
 * wsk.small-name-buffer-status (OQ-49); STATUS_INTERNAL_ERROR while the resolver is not ready; STATUS_CANCELLED after
 * IoCancelIrp (OQ-26).
 *
 * <p>IRQL: PASSIVE_LEVEL. Source: nc-wsk-pfn_wsk_get_name_info, nf-ws2tcpip-getnameinfow.
 */
public final class WskGetNameInfoCall extends NameCall {

    private final NameInfoRequest request;
    private String node = "";
    private String service = "";
    private boolean found;
    private @Nullable Resolution<String> resolution;

    private WskGetNameInfoCall(
            WskServices services,
            @Nullable WskClient client,
            NameInfoRequest request,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp irp) {
        super(services, WskFunction.WskGetNameInfo, client, owningProcess, owningThread, irp);
        this.request = request;
    }

    /** Plays a call of WskGetNameInfo up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskClient client,
            NameInfoRequest request,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp irp) {
        return new WskGetNameInfoCall(services, client, request, owningProcess, owningThread, irp).run();
    }

    @Override
    void start() {
        Endpoint endpoint = request.sockAddr() == null ? null : Binding.endpoint(request.sockAddr());
        String wrong = wrongParameter();
        if (wrong != null) {
            refuseParameter(wrong);
        } else if (endpoint == null) {
            refuseParameter("SockAddr is of a family that is neither AF_INET nor AF_INET6 (assumption)");
        } else {
            find(endpoint);
        }
    }

    private @Nullable String wrongParameter() {
        SockAddr address = request.sockAddr();
        if (wrongOwner() != null) {
            return wrongOwner();
        }
        if (address == null) {
            return "SockAddr is NULL (assumption)";
        }
        if (request.sockAddrLength() > Ws2defNames.SIZE_OF_SOCKADDR_STORAGE) {
            return "SockAddrLength is more than the size of SOCKADDR_STORAGE";
        }
        if (request.sockAddrLength() < sizeOf(address)) {
            return "SockAddrLength is less than the size of the address (assumption)";
        }
        if (request.nodeName() == null && request.serviceName() == null) {
            return "NodeName and ServiceName are both NULL";
        }
        return Ws2defNames.unknownNiFlags(request.flags()) == 0 ? null : "Flags has unknown bits (assumption)";
    }

    /** Returns the size of an address in bytes; 0 for one of another family. */
    public static int sizeOf(SockAddr address) {
        if (address instanceof SockAddr.Inet) {
            return Ws2defNames.SIZE_OF_SOCKADDR_IN;
        }
        return address instanceof SockAddr.Inet6 ? Ws2defNames.SIZE_OF_SOCKADDR_IN6 : 0;
    }

    private void find(Endpoint endpoint) {
        service = serviceOf(endpoint.port());
        if (request.nodeName() == null || request.has(Ws2defNames.NI_NUMERICHOST)) {
            nodeFound(numericText(endpoint), "no name of a host is wanted");
        } else {
            resolution = names().resolver()
                    .resolve(endpoint.address(), (name, failure) -> resolved(endpoint, name, failure));
        }
    }

    private String serviceOf(int port) {
        String number = Integer.toString(port);
        if (request.serviceName() == null || request.has(Ws2defNames.NI_NUMERICSERV)) {
            return number;
        }
        ServiceProtocol protocol = request.has(Ws2defNames.NI_DGRAM) ? ServiceProtocol.UDP : ServiceProtocol.TCP;
        return names().resolver().files().services().nameOf(port, protocol).orElse(number);
    }

    private void resolved(Endpoint endpoint, @Nullable String name, @Nullable DnsFailure failure) {
        if (name != null) {
            boolean relative = request.has(Ws2defNames.NI_NOFQDN);
            nodeFound(relative ? names().resolver().relativeName(name) : name, "the address has a name");
        } else if (failure != null) {
            if (failure == DnsFailure.NOT_READY || request.has(Ws2defNames.NI_NAMEREQD)) {
                settleFailed(failure);
            } else {
                nodeFound(numericText(endpoint), failure.sentence() + ", so that the address stands for it");
            }
        }
    }

    private String numericText(Endpoint endpoint) {
        String text = endpoint.address().toString();
        return request.sockAddr() instanceof SockAddr.Inet6 six && six.scopeId() != 0
                ? text + "%" + six.scopeId()
                : text;
    }

    private void nodeFound(String name, String reason) {
        node = name;
        boolean nodeFits = fits("NodeName", request.nodeName(), node);
        boolean serviceFits = fits("ServiceName", request.serviceName(), service);
        if (nodeFits && serviceFits) {
            found = true;
            settle(NtStatus.STATUS_SUCCESS, reason);
        } else {
            settle(
                    chooseStatus(WskDecisions.SMALL_NAME_BUFFER_STATUS),
                    (nodeFits ? "ServiceName" : "NodeName") + " is too small for the text and its NUL");
        }
    }

    private boolean fits(String parameter, @Nullable UnicodeString buffer, String text) {
        int needed = UnicodeString.bytesFor(text);
        if (buffer == null || needed <= buffer.maximumLength()) {
            return true;
        }
        if (environment().trace().isActive()) {
            environment().trace().emit(new NameBufferTooSmall(irpNumber(), parameter, buffer.maximumLength(), needed));
        }
        return false;
    }

    @Override
    void completing() {
        if (found) {
            write(request.nodeName(), node);
            write(request.serviceName(), service);
        }
    }

    private static void write(@Nullable UnicodeString buffer, String text) {
        if (buffer != null) {
            buffer.write(text);
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
                .pointer("SockAddr", request.sockAddr())
                .number("SockAddrLength", request.sockAddrLength())
                .buffer("NodeName", request.nodeName())
                .buffer("ServiceName", request.serviceName())
                .pointer("Flags", Ws2defNames.niFlagsText(request.flags())));
    }
}
