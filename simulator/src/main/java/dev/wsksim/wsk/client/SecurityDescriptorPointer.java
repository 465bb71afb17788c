package dev.wsksim.wsk.client;

import dev.wsksim.kernel.se.SecurityDescriptor;

/**
 * PSECURITY_DESCRIPTOR as a driver passes it to WSK: the address of a cached copy, as it must be, or of anything else.
 */
public sealed interface SecurityDescriptorPointer permits CachedSecurityDescriptor, UncachedSecurityDescriptor {

    /** Returns the descriptor that the pointer points at. */
    SecurityDescriptor descriptor();
}
