package dev.wsksim.wsk.call;

import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import org.jspecify.annotations.Nullable;

/** What a PSECURITY_DESCRIPTOR that a driver passed pointed at when the function was called. */
public enum DescriptorPointerKind {
    /** NULL, or the function takes no descriptor. */
    NULL,
    /** A copy that WSK_CACHE_SD made and that the driver holds. */
    CACHED,
    /** A copy that WSK_CACHE_SD made and that the driver has released. */
    RELEASED,
    /** Memory of the driver, or anything else. */
    UNCACHED;

    static DescriptorPointerKind of(@Nullable Object pointer) {
        if (pointer == null) {
            return NULL;
        }
        return pointer instanceof CachedSecurityDescriptor cached ? (cached.isLive() ? CACHED : RELEASED) : UNCACHED;
    }
}
