package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.TransportList;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.client.WskTransport;
import dev.wsksim.wsk.event.EventFlag;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control codes of WskControlClient, each with what it does. */
public enum ClientOperation {
    /**
     * Lists the transports. A buffer that is too small, or none, gives STATUS_BUFFER_OVERFLOW and the size needed.
     * Source: wsk-transport-list-query.
     */
    WSK_TRANSPORT_LIST_QUERY(Wsk.WSK_TRANSPORT_LIST_QUERY) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
            Variable<Long> sizeReturned = request.outputSizeReturned();
            if (sizeReturned == null) {
                return invalid("OutputSizeReturned is NULL, but the size of the list is not known beforehand");
            }
            ImmutableList<WskTransport> list = transports.now();
            long needed = list.size() * Wsk.SIZE_OF_WSK_TRANSPORT;
            sizeReturned.set(needed);
            Variable<?> output = request.output();
            if (output == null || request.outputSize() < needed) {
                return ControlOutcome.of(
                        NtStatus.STATUS_BUFFER_OVERFLOW,
                        "OutputSize is " + request.outputSize() + ", the list has " + needed + " bytes");
            }
            Variable.storeThroughVoid(output, list);
            return ControlOutcome.done(list.size() + " transports listed");
        }
    },
    /** Copies a descriptor; the copy is for WskSocket, WskSocketConnect and SO_WSK_SECURITY. Source: wsk-cache-sd. */
    WSK_CACHE_SD(Wsk.WSK_CACHE_SD) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
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
            return ControlOutcome.done("cached as " + cached)
                    .with(DescriptorEvent.of(DescriptorEvent.Change.CACHED, client, cached));
        }
    },
    /** Takes a cached descriptor back. Source: wsk-release-sd. */
    WSK_RELEASE_SD(Wsk.WSK_RELEASE_SD) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
            if (!(pointer(request) instanceof CachedSecurityDescriptor cached)) {
                return invalid("InputBuffer must be a variable that points at a cached descriptor")
                        .with(new DescriptorEvent(DescriptorEvent.Change.NOT_HELD, client.number(), 0, 0));
            }
            int users = cached.usedByPendingIrps();
            if (!client.securityDescriptors().release(cached)) {
                return invalid(cached + " was released before")
                        .with(DescriptorEvent.of(DescriptorEvent.Change.NOT_HELD, client, cached));
            }
            String reason = "released cached descriptor " + cached.number();
            return ControlOutcome.done(
                            users == 0 ? reason : reason + " while " + users + " pending IRP(s) depend on it")
                    .with(DescriptorEvent.of(DescriptorEvent.Change.RELEASED, client, cached));
        }
    },
    /**
     * Enables events on every socket that the client makes or accepts from now on, for good. Once a socket was made it
     * is too late: STATUS_INVALID_DEVICE_STATE (assumption). Source: wsk-set-static-event-callbacks.
     */
    WSK_SET_STATIC_EVENT_CALLBACKS(Wsk.WSK_SET_STATIC_EVENT_CALLBACKS) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
            Variable<?> input = request.input();
            if (input == null
                    || request.inputSize() != WskEventCallbackControl.SIZE
                    || !(input.get() instanceof WskEventCallbackControl control)) {
                return invalid("InputBuffer must be a WSK_EVENT_CALLBACK_CONTROL");
            }
            if (control.npiId() != WskEventCallbackControl.NpiId.NPI_WSK_INTERFACE_ID) {
                return ControlOutcome.failed(NtStatus.STATUS_NOT_SUPPORTED, "no extension interface exists");
            }
            int mask = control.eventMask().value();
            if (mask == 0 || (mask & ~EventFlag.ALL_EVENTS) != 0) {
                return invalid("EventMask must be events of WSK, and nothing else");
            }
            if (client.hasMadeSockets()) {
                return tooLate();
            }
            client.addStaticEvents(mask);
            return ControlOutcome.done("always on: " + EventFlag.text(mask));
        }
    },
    /**
     * Completes its IRP when a transport was added or removed; WskDeregister cancels it. Source:
     * wsk-transport-list-change.
     */
    WSK_TRANSPORT_LIST_CHANGE(Wsk.WSK_TRANSPORT_LIST_CHANGE) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
            return ControlOutcome.waiting(
                    NtStatus.STATUS_PENDING,
                    "waits for a change of the list",
                    waiter -> transports.awaitChange(
                            () -> waiter.done(NtStatus.STATUS_SUCCESS, "the list of the transports has changed")));
        }
    },
    /**
     * Maps combinations to TDI devices. Nothing comes of it: they are asked only where no transport of the combination
     * is native, TCP/IP is, and after Windows Vista TDI is not supported at all. Once a socket was made it is too late:
     * STATUS_INVALID_DEVICE_STATE (assumption). Source: wsk-tdi-devicename-mapping, ns-wsk-_wsk_tdi_map_info.
     */
    WSK_TDI_DEVICENAME_MAPPING(Wsk.WSK_TDI_DEVICENAME_MAPPING) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
            Variable<?> input = request.input();
            if (input == null
                    || request.inputSize() != WskTdiMapInfo.SIZE
                    || !(input.get() instanceof WskTdiMapInfo mapping)) {
                return invalid("InputBuffer must be a WSK_TDI_MAP_INFO");
            }
            return client.hasMadeSockets()
                    ? tooLate()
                    : ControlOutcome.done(mapping.map().size()
                            + " TDI devices noted, which no socket will use: all transports are native");
        }
    },
    /**
     * Says whether TDI filters are passed by. Nothing comes of it: there are none, as after Windows Vista TDI is not
     * supported at all. Once a socket was made it is too late: STATUS_INVALID_DEVICE_STATE (assumption). Source:
     * wsk-tdi-behavior.
     */
    WSK_TDI_BEHAVIOR(Wsk.WSK_TDI_BEHAVIOR) {
        @Override
        ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request) {
            Variable<?> input = request.input();
            if (input == null
                    || request.inputSize() != Wsk.SIZE_OF_ULONG
                    || !(input.get() instanceof Long flags)
                    || (flags & ~Wsk.WSK_TDI_BEHAVIOR_BYPASS_TDI) != 0) {
                return invalid("InputBuffer must be a ULONG of 0 or WSK_TDI_BEHAVIOR_BYPASS_TDI");
            }
            return client.hasMadeSockets() ? tooLate() : ControlOutcome.done("noted; there is no TDI filter to bypass");
        }
    };

    private final int value;

    ClientOperation(int value) {
        this.value = value;
    }

    /** Performs the operation for a client. */
    abstract ControlOutcome perform(WskClient client, TransportList transports, ClientControlRequest request);

    /** Returns the number. */
    public int value() {
        return value;
    }

    /** Returns the code with this exact C name, if there is one. */
    public static Optional<ClientOperation> byName(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }

    /** Returns the code with this number, if there is one. */
    public static Optional<ClientOperation> byValue(int value) {
        return Arrays.stream(values()).filter(code -> code.value == value).findFirst();
    }

    /** Returns whether it takes an IRP. */
    public IrpDemand irp() {
        return this == WSK_TRANSPORT_LIST_CHANGE ? IrpDemand.REQUIRED : IrpDemand.FORBIDDEN;
    }

    /** Performs the operation for a client; null is one that nobody knows. */
    public static ControlOutcome play(
            @Nullable ClientOperation code, WskClient client, TransportList transports, ClientControlRequest request) {
        return code == null
                ? ControlOutcome.failed(NtStatus.STATUS_NOT_SUPPORTED, "nobody knows " + nameOf(request.controlCode()))
                : code.perform(client, transports, request);
    }

    /** Returns the C name of a control code, or its number. */
    public static String nameOf(int value) {
        return byValue(value).map(ClientOperation::name).orElseGet(() -> Integer.toString(value));
    }

    private static ControlOutcome invalid(String reason) {
        return ControlOutcome.invalid(reason);
    }

    private static ControlOutcome tooLate() {
        return ControlOutcome.failed(NtStatus.STATUS_INVALID_DEVICE_STATE, "the client has created a socket before");
    }

    private static @Nullable SecurityDescriptorPointer pointer(ClientControlRequest request) {
        Variable<?> input = request.input();
        if (input == null || request.inputSize() != Wsk.SIZE_OF_POINTER) {
            return null;
        }
        return input.get() instanceof SecurityDescriptorPointer pointer ? pointer : null;
    }
}
