package dev.wsksim.wsk.socket;

/**
 * A provider dispatch table: what {@code WSK_SOCKET.Dispatch}, a pointer to VOID, points at; drivers cast it by the
 * socket's category.
 */
public interface ProviderTable {}
