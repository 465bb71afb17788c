package dev.wsksim.verifier.coverage;

import static dev.wsksim.verifier.coverage.Occasion.answer;
import static dev.wsksim.verifier.coverage.Occasion.callbacks;
import static dev.wsksim.verifier.coverage.Occasion.calls;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutineReturned;
import dev.wsksim.kernel.io.CompletionRoutineSet;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.kernel.io.IrpCancelRequested;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpFreed;
import dev.wsksim.kernel.io.IrpPassedDown;
import dev.wsksim.kernel.io.IrpReused;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.DescriptorPointerKind;
import dev.wsksim.wsk.control.DescriptorEvent;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.name.AddressListEvent;
import dev.wsksim.wsk.provider.RegistrationEvent;

/** When the rules about the lives of objects are looked at: IRPs, descriptors, registrations, sockets, lists. */
final class ObjectOccasions {

    private static final Occasion HANDOVER = Occasion.of("an IRP that is handed over", IrpTaken.class);
    private static final Occasion REUSE = Occasion.of("a call of IoReuseIrp", IrpReused.class);
    private static final Occasion FREE = Occasion.of("a call of IoFreeIrp", IrpFreed.class);
    private static final Occasion ROUTINE =
            Occasion.of("a completion routine that returns", CompletionRoutineReturned.class);
    private static final Occasion PASSED_DOWN = Occasion.of("an IRP from a higher driver", IrpPassedDown.class);
    private static final Occasion CLOSE = calls(WskFunction.WskCloseSocket);

    /** By the ids of the rules. */
    static final ImmutableMap<String, Occasion> ALL = ImmutableMap.<String, Occasion>builder()
            .putAll(ofIrps())
            .putAll(ofDescriptors())
            .putAll(ofRegistrations())
            .putAll(ofSockets())
            .putAll(ofCallbacks())
            .buildOrThrow();

    private ObjectOccasions() {}

    private static ImmutableMap<String, Occasion> ofIrps() {
        return ImmutableMap.<String, Occasion>builder()
                .put("WSK-IRP-001", HANDOVER)
                .put("WSK-IRP-002", Occasion.of("an IRP handed over with a routine", IrpTaken.class, IrpTaken::routine))
                .put("WSK-IRP-003", ROUTINE)
                .put("WSK-IRP-004", REUSE)
                .put("WSK-IRP-005", HANDOVER)
                .put("WSK-IRP-006", FREE)
                .put("WSK-IRP-007", FREE)
                .put("WSK-IRP-008", PASSED_DOWN)
                .put("WSK-IRP-009", Occasion.of("an IRP that is completed", IrpCompleted.class))
                .put("WSK-IRP-010", Occasion.of("a call of IoCancelIrp", IrpCancelRequested.class))
                .put("WSK-IRP-011", REUSE)
                .put("WSK-IRP-012", Occasion.of("a call of IoSetCompletionRoutine", CompletionRoutineSet.class))
                .put("WSK-IRP-013", HANDOVER)
                .put("WSK-IRP-014", PASSED_DOWN)
                .put("WSK-IRP-015", ROUTINE)
                .put("WSK-IRP-016", ROUTINE)
                .put("WSK-IRP-018", ROUTINE)
                .put("WSK-IRP-017", Occasion.of("a call of IoAllocateIrp", IrpAllocated.class))
                .buildOrThrow();
    }

    private static ImmutableMap<String, Occasion> ofDescriptors() {
        return ImmutableMap.of(
                "WSK-SD-001",
                calls(
                        "a call with a security descriptor",
                        call -> call.subject().descriptorKind() != DescriptorPointerKind.NULL),
                "WSK-SD-002",
                Occasion.of("a call with WSK_RELEASE_SD", DescriptorEvent.class, ObjectOccasions::isRelease),
                "WSK-SD-003",
                calls(
                        "a call with a cached security descriptor",
                        call -> call.subject().descriptorKind() == DescriptorPointerKind.CACHED),
                "WSK-SD-004",
                Occasion.of("a call with WSK_RELEASE_SD", DescriptorEvent.class, ObjectOccasions::isRelease),
                "WSK-SD-005",
                Occasion.of("a security descriptor that is cached", DescriptorEvent.class, event -> !isRelease(event)));
    }

    private static boolean isRelease(DescriptorEvent event) {
        return event.change() == DescriptorEvent.Change.RELEASED || event.change() == DescriptorEvent.Change.NOT_HELD;
    }

    private static ImmutableMap<String, Occasion> ofRegistrations() {
        return ImmutableMap.<String, Occasion>builder()
                .put("WSK-REG-001", calls(WskFunction.WskRegister))
                .put("WSK-REG-002", calls(WskFunction.WskReleaseProviderNPI))
                .put("WSK-REG-003", calls(WskFunction.WskDeregister))
                .put("WSK-REG-004", registration("a capture", RegistrationEvent.Change.CAPTURED))
                .put("WSK-REG-005", registration("a registration", RegistrationEvent.Change.REGISTERED))
                .put("WSK-REG-006", registration("a release of a capture", RegistrationEvent.Change.RELEASED))
                .put(
                        "WSK-REG-007",
                        calls(
                                WskFunction.WskCaptureProviderNPI,
                                WskFunction.WskQueryProviderCharacteristics,
                                WskFunction.WskDeregister))
                .buildOrThrow();
    }

    private static Occasion registration(String words, RegistrationEvent.Change change) {
        return Occasion.of(words, RegistrationEvent.class, event -> event.change() == change);
    }

    private static ImmutableMap<String, Occasion> ofSockets() {
        return ImmutableMap.<String, Occasion>builder()
                .put("WSK-SOCKET-001", CLOSE)
                .put("WSK-SOCKET-002", CLOSE)
                .put("WSK-SOCKET-003", calls(WskFunction.WskConnect, WskFunction.WskConnectEx))
                .put("WSK-SOCKET-004", calls(WskFunction.WskGetLocalAddress, WskFunction.WskGetRemoteAddress))
                .put("WSK-SOCKET-006", calls(WskFunction.WskSocket, WskFunction.WskSocketConnect))
                .put("WSK-SOCKET-007", new Occasion("a socket that is handed over", record -> hasSocket(record)))
                .put("WSK-SOCKET-008", calls(WskFunction.WskBind, WskFunction.WskConnect, WskFunction.WskConnectEx))
                .put(
                        "WSK-NAME-003",
                        Occasion.of(
                                "an address list that is freed",
                                AddressListEvent.class,
                                event -> event.change() != AddressListEvent.Change.DELIVERED))
                .put(
                        "WSK-NAME-004",
                        Occasion.of(
                                "an address list that is delivered",
                                AddressListEvent.class,
                                event -> event.change() == AddressListEvent.Change.DELIVERED))
                .put("WSK-LISTEN-001", calls(WskFunction.WskAccept))
                .put("WSK-LISTEN-002", calls(WskFunction.WskListen))
                .put("WSK-LISTEN-003", calls(WskFunction.WskListen, WskFunction.WskAccept))
                .put("WSK-LISTEN-004", calls(WskFunction.WskAccept))
                .put("WSK-LISTEN-008", calls(WskFunction.WskInspectComplete))
                .put(
                        "WSK-LISTEN-009",
                        Occasion.of(
                                "a request that fails with STATUS_FILE_FORCED_CLOSED",
                                IrpCompleted.class,
                                done -> done.status() == NtStatus.STATUS_FILE_FORCED_CLOSED))
                .buildOrThrow();
    }

    private static boolean hasSocket(Object record) {
        if (record instanceof IrpCompleted completed) {
            boolean delivers = completed.by().equals(WskFunction.WskSocket.name())
                    || completed.by().equals(WskFunction.WskSocketConnect.name())
                    || completed.by().equals(WskFunction.WskAccept.name());
            return delivers && completed.pointer();
        }
        return record instanceof CallbackEntered entered && entered.callback().equals("WskAcceptEvent");
    }

    private static ImmutableMap<String, Occasion> ofCallbacks() {
        return ImmutableMap.<String, Occasion>builder()
                .put(
                        "WSK-EVENT-001",
                        callbacks(
                                "WskReceiveEvent", "WskReceiveFromEvent", "WskDisconnectEvent", "WskSendBacklogEvent"))
                .put("WSK-EVENT-002", callbacks("WskReceiveEvent"))
                .put("WSK-EVENT-003", Occasion.of("a callback", CallbackEntered.class))
                .put("WSK-EVENT-004", calls(WskFunction.WskRelease))
                .put("WSK-EVENT-005", answer("WskReceive", "STATUS_PENDING"))
                .put("WSK-EVENT-006", answer("WskReceive", "STATUS_PENDING"))
                .put("WSK-LISTEN-010", callbacks("WskAcceptEvent"))
                .put("WSK-LISTEN-005", callbacks("WskAcceptEvent", "WskInspectEvent", "WskAbortEvent"))
                .put(
                        "WSK-LISTEN-006",
                        Occasion.of(
                                "a WskAcceptEvent that does not accept",
                                CallbackReturned.class,
                                returned -> returned.callback().equals("WskAcceptEvent")
                                        && !returned.returned().equals("STATUS_SUCCESS")))
                .put("WSK-LISTEN-007", answer("WskInspectEvent", "WskInspectPend"))
                .buildOrThrow();
    }
}
