package dev.wsksim.wsk.client;

import dev.wsksim.kernel.se.SecurityDescriptor;

/**
 * A security descriptor in the driver's own memory: right as the input of WSK_CACHE_SD, wrong everywhere else in WSK.
 *
 * @param descriptor the descriptor
 */
public record UncachedSecurityDescriptor(SecurityDescriptor descriptor) implements SecurityDescriptorPointer {

    @Override
    public String toString() {
        return "uncached descriptor";
    }
}
