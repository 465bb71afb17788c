package dev.wsksim.wsk.registry;

import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.WindowsRelease;

/** A row of the tables of items; its first word says how far the item is simulated. */
final class Row {

    private Row() {}

    static InterfaceItem implemented(ItemKind kind, String name, String page) {
        return implemented(kind, name, WindowsRelease.WINDOWS_VISTA, page);
    }

    static InterfaceItem implemented(ItemKind kind, String name, WindowsRelease since, String page) {
        return new InterfaceItem(name, kind, since, Support.FULL, "", page);
    }

    static InterfaceItem unsupported(ItemKind kind, String name, WindowsRelease since, String page, String reason) {
        return new InterfaceItem(name, kind, since, Support.UNSUPPORTED, reason, page);
    }

    static InterfaceItem reserved(ItemKind kind, String name, WindowsRelease since, String page, String reason) {
        return new InterfaceItem(name, kind, since, Support.RESERVED, reason, page);
    }
}
