package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.socket.WskSocket;

/**
 * SO_WSK_SECURITY: the descriptor that guards the local address, set from a cached one, got as one more cached reference.
 * Source: so-wsk-security.
 */
final class SecurityOption {

    private SecurityOption() {}

    static ControlOutcome set(SocketControl control) {
        Object input = control.input();
        boolean sized = control.request().inputSize() == Wsk.SIZE_OF_POINTER;
        if (sized && input instanceof CachedSecurityDescriptor cached && cached.isLive()) {
            control.socket().setSecurityDescriptor(cached);
            return ControlOutcome.done("SO_WSK_SECURITY is " + cached);
        }
        boolean uncached = sized && input instanceof SecurityDescriptorPointer;
        return ControlOutcome.failed(
                uncached ? NtStatus.STATUS_INVALID_SECURITY_DESCR : NtStatus.STATUS_INVALID_PARAMETER,
                "InputBuffer must be a variable that points at a descriptor which WSK_CACHE_SD returned");
    }

    static ControlOutcome get(SocketControl control) {
        if (control.request().output() == null || control.request().outputSize() < Wsk.SIZE_OF_POINTER) {
            return SocketControl.tooSmall(Wsk.SIZE_OF_POINTER);
        }
        WskSocket socket = control.socket();
        CachedSecurityDescriptor reference = reference(socket);
        control.give(Wsk.SIZE_OF_POINTER, reference);
        return ControlOutcome.returned(Wsk.SIZE_OF_POINTER, "returned " + reference + "; the driver must release it")
                .with(DescriptorEvent.of(DescriptorEvent.Change.REFERENCED, socket.client(), reference));
    }

    /** The socket's own cached copy once more, or a fresh copy of the default descriptor. */
    private static CachedSecurityDescriptor reference(WskSocket socket) {
        SecurityDescriptorPointer given = socket.securityDescriptor();
        if (given instanceof CachedSecurityDescriptor cached) {
            socket.client().securityDescriptors().addReference(cached);
            return cached;
        }
        return socket.client().securityDescriptors().cache(WskSocket.NO_SHARING);
    }
}
