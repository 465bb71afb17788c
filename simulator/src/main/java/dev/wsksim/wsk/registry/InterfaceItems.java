package dev.wsksim.wsk.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that the documentation of WSK names: functions, callbacks, control codes, socket options, IOCTLs, flags,
 * other constants and structures, each with how far it is simulated.
 *
 * <p>The support of a function is in {@link WskFunction}, of a callback in {@link WskCallback}, and of every other item
 * the first word of its row in {@code ControlItems}, {@code OptionItems}, {@code FlagItems}, {@code NameItems}, {@code ValueItems} and
 * {@code StructureItems}.
 */
public final class InterfaceItems {

    private static final String RESERVED = "the page reserves the member for system use";

    private static final ImmutableList<InterfaceItem> ALL = ImmutableList.<InterfaceItem>builder()
            .addAll(Arrays.stream(WskFunction.values())
                    .map(InterfaceItems::function)
                    .iterator())
            .add(reserved("WskSendEx"), reserved("WskReceiveEx"))
            .addAll(Arrays.stream(WskCallback.values())
                    .map(InterfaceItems::callback)
                    .iterator())
            .addAll(ControlItems.ALL)
            .addAll(OptionItems.ALL)
            .addAll(FlagItems.ALL)
            .addAll(NameItems.ALL)
            .addAll(ValueItems.ALL)
            .addAll(StructureItems.ALL)
            .build();

    private static final ImmutableMap<String, InterfaceItem> BY_NAME =
            ALL.stream().collect(ImmutableMap.toImmutableMap(InterfaceItem::name, Function.identity()));

    private InterfaceItems() {}

    /** Returns all items, kind by kind. */
    public static ImmutableList<InterfaceItem> all() {
        return ALL;
    }

    /** Returns the items of one kind, in the order of their headers. */
    public static ImmutableList<InterfaceItem> of(ItemKind kind) {
        return ALL.stream().filter(item -> item.kind() == kind).collect(toImmutableList());
    }

    /** Returns the item with this exact C name, if there is one. */
    public static Optional<InterfaceItem> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static InterfaceItem function(WskFunction function) {
        return new InterfaceItem(
                function.name(), ItemKind.FUNCTION, function.since(), function.support(), "", function.page());
    }

    private static InterfaceItem callback(WskCallback callback) {
        return new InterfaceItem(
                callback.name(),
                ItemKind.CALLBACK,
                WindowsRelease.WINDOWS_VISTA,
                callback.support(),
                "",
                callback.page());
    }

    private static InterfaceItem reserved(String name) {
        return Row.reserved(
                ItemKind.FUNCTION,
                name,
                WindowsRelease.WINDOWS_10_1703,
                "ns-wsk-_wsk_provider_connection_dispatch",
                RESERVED);
    }
}
