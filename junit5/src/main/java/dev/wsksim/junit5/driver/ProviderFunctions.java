package dev.wsksim.junit5.driver;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.name.UnicodeString;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of WSK_PROVIDER_DISPATCH for tests: what a test does not care about has a default, and the IRP is
 * allocated for the call and freed after it.
 */
abstract class ProviderFunctions extends RegistrationFunctions {

    private static final int MOST_NAME_BYTES = 2048;
    private static final long SOCKADDR_IN_BYTES = 16;
    private static final long SOCKADDR_IN6_BYTES = 28;

    /** Returns what the driver has captured. */
    public abstract WskProviderNpi npi();

    /** Calls any function that takes an IRP, with an IRP that is allocated for it and freed after it. */
    public final Request call(String function, Function<Irp, NtStatus> call) {
        Request request = new Request(driver(), function, newIrp(), true);
        request.play(call);
        return request;
    }

    /**
     * Calls any function that takes an IRP, with an IRP of the test, which stays the test's: it sets a completion routine
     * and frees nothing.
     */
    public final Request call(String function, Irp irp, Function<Irp, NtStatus> call) {
        Request request = new Request(driver(), function, irp, false);
        request.play(call);
        return request;
    }

    final <T> OutputRequest<T> call(String function, Supplier<@Nullable T> read, Function<Irp, NtStatus> call) {
        OutputRequest<T> request = new OutputRequest<>(driver(), function, newIrp(), true, read);
        request.play(call);
        return request;
    }

    /** Calls a function with a buffer that holds these bytes, which is freed when the IRP is completed. */
    final Request callWith(String function, byte[] content, Buffered call) {
        Mdl mdl = mdlWith(content);
        return callLending(function, ImmutableList.of(mdl), irp -> call.call(WskBuf.of(mdl), irp));
    }

    /** Calls a function with buffers that are freed when the IRP is completed. */
    final Request callLending(String function, ImmutableList<Mdl> mdls, Function<Irp, NtStatus> call) {
        Request request = new Request(driver(), function, newIrp(), true);
        request.whenCompleted(() -> mdls.forEach(this::free));
        request.play(call);
        return request;
    }

    final Mdl mdlWith(byte[] content) {
        return memory().mdlOf(memory().nonPaged(content));
    }

    /** Calls a function with a buffer that it fills, as far as IoStatus.Information says. */
    final OutputRequest<byte[]> callInto(String function, int length, Buffered call) {
        PoolBlock block = memory().nonPaged(new byte[length]);
        Mdl mdl = memory().mdlOf(block);
        Irp irp = newIrp();
        OutputRequest<byte[]> request = new OutputRequest<>(
                driver(),
                function,
                irp,
                true,
                () -> block.read(0, irp.status().isSuccess() ? (int) irp.information() : 0));
        request.whenCompleted(() -> free(mdl));
        request.play(used -> call.call(WskBuf.of(mdl), used));
        return request;
    }

    /** Makes a socket. */
    public final Request wskSocket(
            SocketFlags flags, int addressFamily, int socketType, int protocol, SocketOptions options) {
        return call(
                "WskSocket",
                irp -> npi().dispatch()
                        .wskSocket(
                                npi().client(),
                                addressFamily,
                                socketType,
                                protocol,
                                flags,
                                options.context(),
                                options.dispatch(),
                                options.owningProcess(),
                                options.owningThread(),
                                options.securityDescriptor(),
                                irp));
    }

    /** Makes a TCP socket of a category, for IPv4. */
    public final Request tcpSocket(SocketFlags flags, SocketOptions options) {
        return wskSocket(flags, Ws2def.AF_INET, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, options);
    }

    /** Makes a datagram socket for UDP over IPv4. */
    public final Request udpSocket(SocketOptions options) {
        return wskSocket(
                SocketFlags.WSK_FLAG_DATAGRAM_SOCKET, Ws2def.AF_INET, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, options);
    }

    /** Makes a connection socket and connects it, from any local address, to a remote one such as 192.0.2.20:445. */
    public final Request wskSocketConnect(String remote) {
        return wskSocketConnect(remote, SocketOptions.NONE);
    }

    /** Makes a connection socket with these options and connects it, from any local address. */
    public final Request wskSocketConnect(String remote, SocketOptions options) {
        IpFamily family = Endpoint.of(remote).address().family();
        return wskSocketConnect(SockAddr.wildcard(family, 0), SockAddr.of(Endpoint.of(remote)), options);
    }

    /**
     * Makes a connection socket and connects it.
     *
     * @throws IllegalArgumentException when the options have callbacks of another kind of socket
     */
    public final Request wskSocketConnect(@Nullable SockAddr local, @Nullable SockAddr remote, SocketOptions options) {
        if (options.dispatch() != null && !(options.dispatch() instanceof WskClientConnectionDispatch)) {
            throw new IllegalArgumentException("WskSocketConnect takes a WskClientConnectionDispatch, not a "
                    + options.dispatch().getClass().getSimpleName());
        }
        return call(
                "WskSocketConnect",
                irp -> npi().dispatch()
                        .wskSocketConnect(
                                npi().client(),
                                Ws2def.SOCK_STREAM,
                                Ws2def.IPPROTO_TCP,
                                local,
                                remote,
                                0,
                                options.context(),
                                (WskClientConnectionDispatch) options.dispatch(),
                                options.owningProcess(),
                                options.owningThread(),
                                options.securityDescriptor(),
                                irp));
    }

    /** Performs a control operation of the client that takes no IRP, and returns its status. */
    public final NtStatus wskControlClient(ClientControlCode code, long inputSize, @Nullable Variable<?> input) {
        return npi().dispatch().wskControlClient(npi().client(), code, inputSize, input, 0, null, null, null);
    }

    /** Performs a control operation of the client. */
    public final Request wskControlClient(
            ClientControlCode code,
            long inputSize,
            @Nullable Variable<?> input,
            long outputSize,
            @Nullable Variable<?> output) {
        return call(
                "WskControlClient",
                irp -> npi().dispatch()
                        .wskControlClient(npi().client(), code, inputSize, input, outputSize, output, null, irp));
    }

    /** Resolves a name, without a service and hints. The result is freed with {@link #wskFreeAddressInfo}. */
    public final OutputRequest<AddrInfoExW> wskGetAddressInfo(String nodeName) {
        return wskGetAddressInfo(nodeName, null, 0, null);
    }

    /** Resolves a name. The result is freed with {@link #wskFreeAddressInfo}. */
    public final OutputRequest<AddrInfoExW> wskGetAddressInfo(
            @Nullable String nodeName, @Nullable String serviceName, int nameSpace, @Nullable AddrInfoExW hints) {
        Variable<AddrInfoExW> result = new Variable<>();
        UnicodeString node = nodeName == null ? null : UnicodeString.of(nodeName);
        UnicodeString service = serviceName == null ? null : UnicodeString.of(serviceName);
        return call(
                "WskGetAddressInfo",
                result::get,
                irp -> npi().dispatch()
                        .wskGetAddressInfo(
                                npi().client(), node, service, nameSpace, null, hints, result, null, null, irp));
    }

    /** Frees a result of WskGetAddressInfo. */
    public final void wskFreeAddressInfo(AddrInfoExW result) {
        npi().dispatch().wskFreeAddressInfo(npi().client(), result);
    }

    /** Finds the name of a host by its address. */
    public final OutputRequest<String> wskGetNameInfo(SockAddr address, int flags) {
        UnicodeString node = UnicodeString.buffer(MOST_NAME_BYTES);
        long length = address.saFamily() == Ws2def.AF_INET ? SOCKADDR_IN_BYTES : SOCKADDR_IN6_BYTES;
        return call(
                "WskGetNameInfo",
                node::text,
                irp -> npi().dispatch()
                        .wskGetNameInfo(npi().client(), address, length, node, null, flags, null, null, irp));
    }

    private Irp newIrp() {
        return driver().host().io().ioAllocateIrp(1, false);
    }

    private MemoryManager memory() {
        return driver().host().memory();
    }

    private void free(Mdl mdl) {
        memory().ioFreeMdl(mdl);
        memory().exFreePool(mdl.block());
    }

    /** A call with a buffer. */
    @FunctionalInterface
    interface Buffered {
        /** Makes the call. */
        NtStatus call(WskBuf buffer, Irp irp);
    }
}
