package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.ItemKind;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The registry of what WskControlSocket can do: each option and IOCTL that is simulated, found by request type, level and
 * number.
 *
 * <p>A number that no header gives a name is STATUS_NOT_SUPPORTED (assumption; drivers rely on it to find out what a
 * Windows has). What has a name and is not simulated is refused by that name.
 */
public final class SocketOperations {

    private static final ImmutableList<SocketOperation> ALL = ImmutableList.<SocketOperation>builder()
            .addAll(SocketLevelOptions.ALL)
            .addAll(TcpLevelOptions.ALL)
            .addAll(IpLevelOptions.ALL)
            .addAll(DatagramOptions.ALL)
            .addAll(WskIoctls.ALL)
            .addAll(AddressListIoctls.ALL)
            .addAll(TcpIoctls.ALL)
            .build();

    private static final ImmutableMap<String, SocketOperation> BY_NAME =
            ALL.stream().collect(ImmutableMap.toImmutableMap(SocketOperation::name, Function.identity()));

    private SocketOperations() {}

    /** Returns all operations, level by level, the IOCTLs last. */
    public static ImmutableList<SocketOperation> all() {
        return ALL;
    }

    /** Returns the operation with this exact C name, if it is simulated. */
    public static Optional<SocketOperation> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the operation that a request is about, or null where it is not simulated. */
    public static @Nullable SocketOperation of(SocketControlRequest request) {
        boolean ioctl = request.requestType() == Wsk.WSK_IOCTL;
        for (int i = 0; i < ALL.size(); i++) {
            SocketOperation operation = ALL.get(i);
            if (operation.isIoctl() == ioctl
                    && operation.code() == request.controlCode()
                    && (ioctl || operation.level() == request.level())) {
                return operation;
            }
        }
        return null;
    }

    /** Refuses, by name, what has a name and is not simulated. */
    public static void requireSimulated(SocketControlRequest request) {
        InterfaceItem item = itemOf(request);
        if (item != null) {
            String why = item.reason().isEmpty() ? "" : " (" + item.reason() + ")";
            throw new NotSimulatedException(
                    "WskControlSocket with " + request.requestTypeName() + " " + item.name() + why);
        }
    }

    /** Plays an operation on a socket; null is one that nobody knows. */
    public static ControlOutcome perform(
            @Nullable SocketOperation operation,
            WskSocket socket,
            SocketControlRequest request,
            WskEnvironment environment) {
        if (request.requestType() < Wsk.WSK_SET_OPTION || request.requestType() > Wsk.WSK_IOCTL) {
            return ControlOutcome.invalid("RequestType is none of WskSetOption, WskGetOption and WskIoctl");
        }
        if (operation == null) {
            return ControlOutcome.failed(
                    NtStatus.STATUS_NOT_SUPPORTED,
                    "nobody knows " + request.controlCodeName() + " at level " + request.level());
        }
        return operation.perform(new SocketControl(socket, request, environment));
    }

    /** Returns the C name of what a request is about, or its number in hexadecimal. */
    static String nameOf(SocketControlRequest request) {
        SocketOperation operation = of(request);
        if (operation != null) {
            return operation.name();
        }
        InterfaceItem item = itemOf(request);
        return item == null ? "0x" + Integer.toHexString(request.controlCode()) : item.name();
    }

    static InterfaceItem itemOf(String name) {
        return InterfaceItems.byName(name)
                .orElseThrow(() -> new AssertionError(name + " is not among the items of the interface"));
    }

    private static @Nullable InterfaceItem itemOf(SocketControlRequest request) {
        boolean ioctl = request.requestType() == Wsk.WSK_IOCTL;
        ItemKind kind = ioctl ? ItemKind.IOCTL : kindOf(request.level());
        if (kind == null) {
            return null;
        }
        return InterfaceItems.of(kind).stream()
                .filter(item -> item.value().isPresent() && (int) item.value().getAsLong() == request.controlCode())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ItemKind kindOf(int level) {
        return switch (level) {
            case Ws2def.SOL_SOCKET -> ItemKind.SOCKET_OPTION;
            case Ws2def.IPPROTO_IP -> ItemKind.IP_OPTION;
            case Ws2def.IPPROTO_IPV6 -> ItemKind.IPV6_OPTION;
            case Ws2def.IPPROTO_TCP -> ItemKind.TCP_OPTION;
            case Ws2def.IPPROTO_UDP -> ItemKind.UDP_OPTION;
            default -> null;
        };
    }

    /** Returns the level at which an option with this C name is set; 0 for an IOCTL or a name that is no option's. */
    public static int levelOf(String name) {
        return InterfaceItems.byName(name)
                .map(item -> switch (item.kind()) {
                    case SOCKET_OPTION -> Ws2def.SOL_SOCKET;
                    case IPV6_OPTION -> Ws2def.IPPROTO_IPV6;
                    case TCP_OPTION -> Ws2def.IPPROTO_TCP;
                    case UDP_OPTION -> Ws2def.IPPROTO_UDP;
                    default -> 0;
                })
                .orElse(0);
    }
}
