package dev.wsksim.wsk.socket;

/** Knows the provider dispatch table of each socket category. */
@FunctionalInterface
public interface ProviderTables {

    /** Returns the table for sockets of a category. */
    ProviderTable of(SocketCategory category);
}
