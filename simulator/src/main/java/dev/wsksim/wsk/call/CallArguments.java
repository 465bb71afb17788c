package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.EventCallbackOption;
import dev.wsksim.wsk.name.UnicodeString;
import dev.wsksim.wsk.socket.SocketTriple;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * Collects the arguments of a call for the trace: by their documented names, as a driver developer would write them,
 * and what they stand for.
 */
final class CallArguments {

    private final ImmutableMap.Builder<String, String> arguments = ImmutableMap.builder();
    private @Nullable WskClient client;
    private @Nullable WskSocket socket;
    private @Nullable SocketTriple transport;
    private int localFamily = CallSubject.NO_FAMILY;
    private int remoteFamily = CallSubject.NO_FAMILY;
    private @Nullable Object descriptor;

    /** Adds a pointer: NULL, or what the object calls itself. */
    CallArguments pointer(String name, @Nullable Object value) {
        arguments.put(name, value == null ? "NULL" : value.toString());
        return this;
    }

    /** Adds an opaque context: NULL or not. */
    CallArguments context(String name, @Nullable Object value) {
        arguments.put(name, value == null ? "NULL" : "not NULL");
        return this;
    }

    /** Adds a client handle. */
    CallArguments client(@Nullable WskClient given) {
        client = given;
        arguments.put("Client", given == null ? "NULL" : clientText(given));
        return this;
    }

    /** Adds the socket that the function is called on. */
    CallArguments socket(String name, @Nullable WskSocket given) {
        socket = given;
        client = given == null ? null : given.client();
        transport = given == null ? null : given.triple();
        return pointer(name, given);
    }

    /** Notes the transport asked for, whose three numbers are arguments of their own. */
    CallArguments transport(SocketTriple wanted) {
        transport = wanted;
        return this;
    }

    /** Adds LocalAddress. */
    CallArguments localAddress(@Nullable SockAddr address) {
        localFamily = address == null ? CallSubject.NO_FAMILY : address.saFamily();
        return pointer("LocalAddress", address);
    }

    /** Adds RemoteAddress. */
    CallArguments remoteAddress(@Nullable SockAddr address) {
        remoteFamily = address == null ? CallSubject.NO_FAMILY : address.saFamily();
        return pointer("RemoteAddress", address);
    }

    /** Adds SecurityDescriptor. */
    CallArguments securityDescriptor(@Nullable SecurityDescriptorPointer pointer) {
        return pointer("SecurityDescriptor", pointer).descriptor(pointer);
    }

    /** Notes what a pointer in a buffer, which is no argument itself, stands for. */
    CallArguments descriptor(@Nullable Object pointer) {
        descriptor = pointer;
        return this;
    }

    /** Adds a string that the function reads. */
    CallArguments string(String name, @Nullable UnicodeString given) {
        String end = given == null || given.isTerminated() ? "" : " (without a terminating NUL)";
        arguments.put(name, given == null ? "NULL" : '"' + given.text() + '"' + end);
        return this;
    }

    /** Adds a string that the function fills. */
    CallArguments buffer(String name, @Nullable UnicodeString given) {
        arguments.put(name, given == null ? "NULL" : "buffer of " + given.maximumLength() + " bytes");
        return this;
    }

    /** Adds a number. */
    CallArguments number(String name, long value) {
        arguments.put(name, Long.toString(value));
        return this;
    }

    /** Adds a socket type by its C name. */
    CallArguments socketType(int value) {
        arguments.put("SocketType", Ws2def.socketTypeName(value));
        return this;
    }

    /** Adds a protocol by its C name. */
    CallArguments protocol(int value) {
        arguments.put("Protocol", Ws2def.protocolName(value));
        return this;
    }

    /** Returns the arguments in the order in which they were added. */
    ImmutableMap<String, String> texts() {
        return arguments.buildOrThrow();
    }

    /** Returns what they stand for now. */
    CallSubject subject() {
        return new CallSubject(
                client == null ? 0 : client.number(),
                client != null && client.isCaptured(),
                socket == null ? 0 : socket.number(),
                socket == null ? null : socket.state(),
                transport,
                localFamily,
                remoteFamily,
                DescriptorPointerKind.of(descriptor),
                descriptor instanceof CachedSecurityDescriptor cached ? cached.number() : 0,
                socket == null ? 0 : EventCallbackOption.offered(socket),
                socket == null ? 0 : EventCallbackOption.callbacks(socket));
    }

    private static String clientText(WskClient client) {
        return "client " + client.number() + (client.isCaptured() ? "" : " (its provider NPI was released)");
    }
}
