package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.client.WskTransport;
import dev.wsksim.wsk.event.EventFlag;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control codes of WskControlClient that are simulated, each with what it does. */
public enum ClientControlCode {
    /**
     * Lists the transports. A buffer that is too small, or none, gives STATUS_BUFFER_OVERFLOW and the size needed.
     * Source: wsk-transport-list-query.
     */
    WSK_TRANSPORT_LIST_QUERY(Wsk.WSK_TRANSPORT_LIST_QUERY) {
        @Override
        public ClientControlOutcome perform(
                WskClient client, ImmutableList<WskTransport> transports, ClientControlRequest request) {
            Variable<Long> sizeReturned = request.outputSizeReturned();
            if (sizeReturned == null) {
                return invalid("OutputSizeReturned is NULL, but the size of the list is not known beforehand");
            }
            long needed = transports.size() * Wsk.SIZE_OF_WSK_TRANSPORT;
            sizeReturned.set(needed);
            Variable<?> output = request.output();
            if (output == null || request.outputSize() < needed) {
                return ClientControlOutcome.of(
                        NtStatus.STATUS_BUFFER_OVERFLOW,
                        "OutputSize is " + request.outputSize() + ", the list has " + needed + " bytes");
            }
            Variable.storeThroughVoid(output, transports);
            return ClientControlOutcome.of(NtStatus.STATUS_SUCCESS, transports.size() + " transports listed");
        }
    },
    /** Copies a descriptor; the copy is for WskSocket, WskSocketConnect and SO_WSK_SECURITY. Source: wsk-cache-sd. */
    WSK_CACHE_SD(Wsk.WSK_CACHE_SD) {
        @Override
        public ClientControlOutcome perform(
                WskClient client, ImmutableList<WskTransport> transports, ClientControlRequest request) {
            SecurityDescriptorPointer given = pointer(request);
            Variable<?> output = request.output();
            if (given == null) {
                return invalid("InputBuffer must be a variable of the size of a pointer that points at a descriptor");
            }
            if (output == null || request.outputSize() < Wsk.SIZE_OF_POINTER) {
                return invalid("OutputBuffer must be a variable of the size of a pointer");
            }
            CachedSecurityDescriptor cached = client.securityDescriptors().cache(given.descriptor());
            Variable.storeThroughVoid(output, cached);
            return new ClientControlOutcome(
                    NtStatus.STATUS_SUCCESS,
                    "cached as " + cached,
                    DescriptorEvent.of(DescriptorEvent.Change.CACHED, client, cached));
        }
    },
    /** Takes a cached descriptor back. Source: wsk-release-sd. */
    WSK_RELEASE_SD(Wsk.WSK_RELEASE_SD) {
        @Override
        public ClientControlOutcome perform(
                WskClient client, ImmutableList<WskTransport> transports, ClientControlRequest request) {
            if (!(pointer(request) instanceof CachedSecurityDescriptor cached)) {
                return new ClientControlOutcome(
                        NtStatus.STATUS_INVALID_PARAMETER,
                        "InputBuffer must be a variable that points at a cached descriptor (the status is an assumption)",
                        new DescriptorEvent(DescriptorEvent.Change.NOT_HELD, client.number(), 0, 0));
            }
            int users = cached.usedByPendingIrps();
            if (!client.securityDescriptors().release(cached)) {
                return new ClientControlOutcome(
                        NtStatus.STATUS_INVALID_PARAMETER,
                        cached + " was released before (the status is an assumption)",
                        DescriptorEvent.of(DescriptorEvent.Change.NOT_HELD, client, cached));
            }
            String reason = "released cached descriptor " + cached.number();
            return new ClientControlOutcome(
                    NtStatus.STATUS_SUCCESS,
                    users == 0 ? reason : reason + " while " + users + " pending IRP(s) depend on it",
                    DescriptorEvent.of(DescriptorEvent.Change.RELEASED, client, cached));
        }
    },
    /**
     * Enables events on every socket that the client makes or accepts from now on, for good. Once a socket was made it
     * is too late: STATUS_INVALID_DEVICE_STATE (assumption). Source: wsk-set-static-event-callbacks.
     */
    WSK_SET_STATIC_EVENT_CALLBACKS(Wsk.WSK_SET_STATIC_EVENT_CALLBACKS) {
        @Override
        public ClientControlOutcome perform(
                WskClient client, ImmutableList<WskTransport> transports, ClientControlRequest request) {
            Variable<?> input = request.input();
            if (input == null
                    || request.inputSize() != WskEventCallbackControl.SIZE
                    || !(input.get() instanceof WskEventCallbackControl control)) {
                return invalid("InputBuffer must be a WSK_EVENT_CALLBACK_CONTROL");
            }
            if (control.npiId() != WskEventCallbackControl.NpiId.NPI_WSK_INTERFACE_ID) {
                return ClientControlOutcome.of(
                        NtStatus.STATUS_NOT_SUPPORTED, "no extension interface exists (the status is an assumption)");
            }
            int mask = control.eventMask();
            if (mask == 0 || (mask & ~EventFlag.ALL_EVENTS) != 0) {
                return invalid("EventMask must be events of WSK, and nothing else");
            }
            if (client.hasMadeSockets()) {
                return ClientControlOutcome.of(
                        NtStatus.STATUS_INVALID_DEVICE_STATE,
                        "the client has created a socket before (the status is an assumption)");
            }
            client.addStaticEvents(mask);
            return ClientControlOutcome.of(NtStatus.STATUS_SUCCESS, "always on: " + EventFlag.text(mask));
        }
    };

    private final int value;

    ClientControlCode(int value) {
        this.value = value;
    }

    /** Performs the operation for a client. */
    public abstract ClientControlOutcome perform(
            WskClient client, ImmutableList<WskTransport> transports, ClientControlRequest request);

    /** Returns the number. */
    public int value() {
        return value;
    }

    /** Returns the code with this number, if it is simulated. */
    public static Optional<ClientControlCode> byValue(int value) {
        return Arrays.stream(values()).filter(code -> code.value == value).findFirst();
    }

    /** Returns the C name of any control code of wsk.h, or its number. */
    public static String nameOf(int value) {
        return switch (value) {
            case Wsk.WSK_TRANSPORT_LIST_QUERY -> "WSK_TRANSPORT_LIST_QUERY";
            case Wsk.WSK_TRANSPORT_LIST_CHANGE -> "WSK_TRANSPORT_LIST_CHANGE";
            case Wsk.WSK_CACHE_SD -> "WSK_CACHE_SD";
            case Wsk.WSK_RELEASE_SD -> "WSK_RELEASE_SD";
            case Wsk.WSK_TDI_DEVICENAME_MAPPING -> "WSK_TDI_DEVICENAME_MAPPING";
            case Wsk.WSK_SET_STATIC_EVENT_CALLBACKS -> "WSK_SET_STATIC_EVENT_CALLBACKS";
            case Wsk.WSK_TDI_BEHAVIOR -> "WSK_TDI_BEHAVIOR";
            default -> Integer.toString(value);
        };
    }

    /** Returns the refusal, by name, of a code that is not simulated. */
    public static NotSimulatedException notSimulated(int value) {
        return new NotSimulatedException("WskControlClient with " + nameOf(value));
    }

    private static ClientControlOutcome invalid(String reason) {
        return ClientControlOutcome.of(NtStatus.STATUS_INVALID_PARAMETER, reason + " (the status is an assumption)");
    }

    private static @Nullable SecurityDescriptorPointer pointer(ClientControlRequest request) {
        Variable<?> input = request.input();
        if (input == null || request.inputSize() != Wsk.SIZE_OF_POINTER) {
            return null;
        }
        return input.get() instanceof SecurityDescriptorPointer pointer ? pointer : null;
    }
}
