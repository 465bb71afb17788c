package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The socket options of the level SOL_SOCKET that are simulated, each with how it is set and got.
 *
 * <p>All of them are set before the bind. No page says what a later attempt gives: STATUS_INVALID_DEVICE_STATE
 * (assumption). A buffer of the wrong size or a value other than 0 and 1 is STATUS_INVALID_PARAMETER, an output buffer
 * that is too small STATUS_BUFFER_TOO_SMALL (assumptions).
 */
public enum SocketOption {
    /** Whether others may always share the address. Source: so-reuseaddr. */
    SO_REUSEADDR(Ws2def.SO_REUSEADDR) {
        @Override
        OptionOutcome set(WskSocket socket, SocketControlRequest request) {
            Boolean value = bool(request);
            if (value == null) {
                return notBoolean();
            }
            socket.setReuseAddr(value);
            return OptionOutcome.done("SO_REUSEADDR is " + value);
        }

        @Override
        OptionOutcome get(WskSocket socket, SocketControlRequest request) {
            return returnUlong(request, socket.reuseAddr());
        }
    },
    /** Whether nobody may share the address. Source: so-exclusiveaddruse. */
    SO_EXCLUSIVEADDRUSE(Ws2def.SO_EXCLUSIVEADDRUSE) {
        @Override
        OptionOutcome set(WskSocket socket, SocketControlRequest request) {
            Boolean value = bool(request);
            if (value == null) {
                return notBoolean();
            }
            socket.setExclusiveAddrUse(value);
            return OptionOutcome.done("SO_EXCLUSIVEADDRUSE is " + value);
        }

        @Override
        OptionOutcome get(WskSocket socket, SocketControlRequest request) {
            return returnUlong(request, socket.exclusiveAddrUse());
        }
    },
    /**
     * Whether WskInspectEvent is asked about every connection; only of listening sockets whose table has WskInspectEvent
     * and WskAbortEvent. On others it fails (the statuses are assumptions), on stream sockets because they have no
     * WskInspectComplete (OQ-8). Source: so-conditional-accept.
     */
    SO_CONDITIONAL_ACCEPT(Ws2def.SO_CONDITIONAL_ACCEPT) {
        @Override
        OptionOutcome set(WskSocket socket, SocketControlRequest request) {
            Boolean value = bool(request);
            if (value == null) {
                return notBoolean();
            }
            if (!(socket instanceof ListenSocket listening)) {
                return notListening(socket);
            }
            boolean complete = socket.callbacks().dispatch() instanceof WskClientListenDispatch table
                    && table.wskInspectEvent() != null
                    && table.wskAbortEvent() != null;
            if (value && !complete) {
                return OptionOutcome.failed(
                        NtStatus.STATUS_INVALID_PARAMETER,
                        "WskInspectEvent or WskAbortEvent is NULL in the socket's dispatch table");
            }
            listening.setConditionalAccept(value);
            return OptionOutcome.done("SO_CONDITIONAL_ACCEPT is " + value);
        }

        @Override
        OptionOutcome get(WskSocket socket, SocketControlRequest request) {
            return socket instanceof ListenSocket listening
                    ? returnUlong(request, listening.conditionalAccept())
                    : notListening(socket);
        }

        private OptionOutcome notListening(WskSocket socket) {
            return OptionOutcome.failed(
                    NtStatus.STATUS_NOT_SUPPORTED, "a " + socket.category().text() + " has no SO_CONDITIONAL_ACCEPT");
        }
    },
    /**
     * The descriptor that guards the address: set from a cached one, got as one more cached reference. Source:
     * so-wsk-security.
     */
    SO_WSK_SECURITY(Wsk.SO_WSK_SECURITY) {
        @Override
        OptionOutcome set(WskSocket socket, SocketControlRequest request) {
            boolean sized = request.inputSize() == Wsk.SIZE_OF_POINTER;
            Variable<?> input = request.input();
            if (sized && input != null && input.get() instanceof CachedSecurityDescriptor cached && cached.isLive()) {
                socket.setSecurityDescriptor(cached);
                return OptionOutcome.done("SO_WSK_SECURITY is " + cached);
            }
            boolean uncached = sized && input != null && input.get() instanceof SecurityDescriptorPointer;
            return OptionOutcome.failed(
                    uncached ? NtStatus.STATUS_INVALID_SECURITY_DESCR : NtStatus.STATUS_INVALID_PARAMETER,
                    "InputBuffer must be a variable that points at a descriptor which WSK_CACHE_SD returned");
        }

        @Override
        OptionOutcome get(WskSocket socket, SocketControlRequest request) {
            Variable<?> output = request.output();
            if (output == null || request.outputSize() < Wsk.SIZE_OF_POINTER) {
                return tooSmall(Wsk.SIZE_OF_POINTER);
            }
            CachedSecurityDescriptor reference = reference(socket);
            Variable.storeThroughVoid(output, reference);
            return new OptionOutcome(
                    NtStatus.STATUS_SUCCESS,
                    Wsk.SIZE_OF_POINTER,
                    "returned " + reference + "; the driver must release it",
                    DescriptorEvent.of(DescriptorEvent.Change.REFERENCED, socket.client(), reference));
        }

        /** The socket's own cached copy once more, or a fresh copy of the default descriptor. */
        private CachedSecurityDescriptor reference(WskSocket socket) {
            SecurityDescriptorPointer given = socket.securityDescriptor();
            if (given instanceof CachedSecurityDescriptor cached) {
                socket.client().securityDescriptors().addReference(cached);
                return cached;
            }
            return socket.client().securityDescriptors().cache(WskSocket.NO_SHARING);
        }
    };

    private final int controlCode;

    SocketOption(int controlCode) {
        this.controlCode = controlCode;
    }

    abstract OptionOutcome set(WskSocket socket, SocketControlRequest request);

    abstract OptionOutcome get(WskSocket socket, SocketControlRequest request);

    /** Returns the option that a request is about, if it is simulated. */
    public static Optional<SocketOption> of(SocketControlRequest request) {
        boolean isOption = request.requestType() == Wsk.WSK_SET_OPTION || request.requestType() == Wsk.WSK_GET_OPTION;
        if (!isOption || request.level() != Ws2def.SOL_SOCKET) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(option -> option.controlCode == request.controlCode())
                .findFirst();
    }

    /** Returns the refusal, by name, of an option or IOCTL that is not simulated. */
    public static NotSimulatedException notSimulated(SocketControlRequest request) {
        return new NotSimulatedException("WskControlSocket with " + request.requestTypeName() + " "
                + request.controlCodeName() + " at level " + request.level());
    }

    /** Sets or gets the option on a socket. */
    public OptionOutcome apply(WskSocket socket, SocketControlRequest request) {
        if (request.requestType() == Wsk.WSK_GET_OPTION) {
            return get(socket, request);
        }
        if (socket.state() != SocketState.CREATED) {
            return OptionOutcome.failed(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + socket.state().text() + ", but " + this + " is set before WskBind");
        }
        return set(socket, request);
    }

    static @Nullable Boolean bool(SocketControlRequest request) {
        Variable<?> input = request.input();
        if (input == null || request.inputSize() != Wsk.SIZE_OF_ULONG || !(input.get() instanceof Long value)) {
            return null;
        }
        return value == 0 ? Boolean.FALSE : value == 1 ? Boolean.TRUE : null;
    }

    static OptionOutcome notBoolean() {
        return OptionOutcome.failed(NtStatus.STATUS_INVALID_PARAMETER, "InputBuffer must be a ULONG of 0 or 1");
    }

    static OptionOutcome returnUlong(SocketControlRequest request, boolean value) {
        Variable<?> output = request.output();
        if (output == null || request.outputSize() < Wsk.SIZE_OF_ULONG) {
            return tooSmall(Wsk.SIZE_OF_ULONG);
        }
        Variable.storeThroughVoid(output, value ? 1L : 0L);
        return OptionOutcome.returned(Wsk.SIZE_OF_ULONG, "returned " + (value ? 1 : 0));
    }

    static OptionOutcome tooSmall(long needed) {
        return OptionOutcome.failed(NtStatus.STATUS_BUFFER_TOO_SMALL, "OutputBuffer needs " + needed + " bytes");
    }
}
