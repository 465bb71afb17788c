package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.control.ClientOperation;
import dev.wsksim.wsk.control.SocketOperation;
import dev.wsksim.wsk.control.SocketOperations;
import dev.wsksim.wsk.control.When;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.ItemKind;
import dev.wsksim.wsk.socket.SocketCategory;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pages of the control codes of WskControlClient, and of the options and IOCTLs of WskControlSocket.
 *
 * <p>What goes in and out, when, on which sockets and with which IRP comes from the operations themselves; only the
 * summaries are written here.
 */
public final class ControlPages {
    private static final String POINTER = "a pointer to a PSECURITY_DESCRIPTOR";
    private static final String ANY_TIME = "at any time";
    private static final String BEFORE_SOCKETS =
            "before the client creates its first socket; later gives STATUS_INVALID_DEVICE_STATE (assumption)";

    private static final ImmutableMap<String, String> SUMMARIES = ImmutableMap.<String, String>builder()
            .putAll(ControlSummaries.OPTIONS)
            .putAll(ControlSummaries.IOCTLS)
            .buildOrThrow();

    private static final ImmutableList<ControlPage> ALL = ImmutableList.<ControlPage>builder()
            .addAll(codes())
            .addAll(SocketOperations.all().stream().map(ControlPages::operation).iterator())
            .addAll(InterfaceItems.all().stream()
                    .filter(item -> SUMMARIES.containsKey(item.name())
                            && SocketOperations.byName(item.name()).isEmpty())
                    .map(ControlPages::notSimulated)
                    .iterator())
            .build();

    private ControlPages() {}

    /** Returns all pages, control codes first. */
    public static ImmutableList<ControlPage> all() {
        return ALL;
    }

    /** Returns the page of a control code, option or IOCTL, if there is one. */
    public static Optional<ControlPage> byName(String name) {
        return ALL.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    static ImmutableList<String> namesOf(ItemKind... kinds) {
        ImmutableList<ItemKind> wanted = ImmutableList.copyOf(kinds);
        return ALL.stream()
                .filter(page -> wanted.contains(page.kind()))
                .map(page -> page.name() + (page.simulated() ? ": " : " (not simulated yet): ") + page.summary())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<ControlPage> codes() {
        return ImmutableList.of(
                code(
                        ClientOperation.WSK_TRANSPORT_LIST_QUERY,
                        "Lists the transports: which families, types and protocols go together.",
                        "nothing in, an array of WSK_TRANSPORT out. With a buffer that is too small, or none:"
                                + " STATUS_BUFFER_OVERFLOW, and OutputSizeReturned tells the size.",
                        ANY_TIME),
                code(
                        ClientOperation.WSK_TRANSPORT_LIST_CHANGE,
                        "Completes its IRP when a transport comes or goes; WskDeregister cancels it.",
                        "nothing in, nothing out",
                        ANY_TIME),
                code(
                        ClientOperation.WSK_CACHE_SD,
                        "Copies a security descriptor for use with sockets. Each copy needs one WSK_RELEASE_SD.",
                        POINTER + " in, the same to the cached copy out",
                        ANY_TIME),
                code(
                        ClientOperation.WSK_RELEASE_SD,
                        "Takes a cached security descriptor back, from WSK_CACHE_SD or from getting SO_WSK_SECURITY.",
                        POINTER + " in, nothing out",
                        "once no pending IRP depends on it: WskSocketConnect needs it until its IRP completes"),
                code(
                        ClientOperation.WSK_SET_STATIC_EVENT_CALLBACKS,
                        "Turns callbacks on for all sockets of the client, for good.",
                        "a WSK_EVENT_CALLBACK_CONTROL in, nothing out",
                        BEFORE_SOCKETS),
                code(
                        ClientOperation.WSK_TDI_DEVICENAME_MAPPING,
                        "Maps families, types and protocols to TDI device names; nothing comes of it, as TCP/IP is"
                                + " native.",
                        "a WSK_TDI_MAP_INFO in, nothing out",
                        BEFORE_SOCKETS),
                code(
                        ClientOperation.WSK_TDI_BEHAVIOR,
                        "Says whether TDI filters are bypassed; nothing comes of it, as there are none.",
                        "a ULONG of flags in, nothing out",
                        BEFORE_SOCKETS));
    }

    private static ControlPage code(ClientOperation code, String summary, String value, String when) {
        return new ControlPage(
                code.name(),
                ItemKind.CLIENT_CONTROL_CODE,
                summary,
                value,
                when,
                code.irp().text(),
                itemOf(code.name()));
    }

    private static ControlPage operation(SocketOperation operation) {
        String summary = SUMMARIES.get(operation.name());
        if (summary == null) {
            throw new AssertionError(operation + " has no summary");
        }
        return new ControlPage(
                operation.name(),
                operation.item().kind(),
                summary,
                value(operation),
                time(operation),
                operation.irp().text(),
                operation.item());
    }

    private static ControlPage notSimulated(InterfaceItem item) {
        return new ControlPage(item.name(), item.kind(), SUMMARIES.getOrDefault(item.name(), ""), "", "", "", item);
    }

    private static String value(SocketOperation operation) {
        if (operation.isIoctl()) {
            return operation.in().text() + " in, " + operation.out().text() + " out";
        }
        if (!operation.canBeSet()) {
            return operation.out().text() + "; cannot be set";
        }
        String got = operation.out() == operation.in()
                ? ""
                : "; got as " + operation.out().text();
        return operation.in().text() + (operation.canBeGot() ? got : "; cannot be got");
    }

    private static String time(SocketOperation operation) {
        String when = operation.when().text();
        String late = operation.when() == When.ANY_TIME || operation.when() == When.EVENTS
                ? ""
                : "; otherwise STATUS_INVALID_DEVICE_STATE (assumption)";
        boolean all = operation.categories().size() == SocketCategory.values().length;
        String sockets = operation.categories().stream()
                .map(category -> category.text() + "s")
                .collect(Collectors.joining(", "));
        return when + late + (all ? "" : "; on " + sockets);
    }

    private static InterfaceItem itemOf(String name) {
        return InterfaceItems.byName(name).orElseThrow();
    }
}
