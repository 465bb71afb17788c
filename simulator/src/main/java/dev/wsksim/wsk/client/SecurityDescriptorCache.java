package dev.wsksim.wsk.client;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.se.SecurityDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * The security descriptors that one client had cached with WSK_CACHE_SD.
 *
 * <p>Every WSK_CACHE_SD gives a new copy with one reference; reading SO_WSK_SECURITY adds one to the copy in use.
 * Whether Windows gives one copy to equal descriptors is not stated (assumption: it does not).
 */
public final class SecurityDescriptorCache {

    private final List<CachedSecurityDescriptor> live = new ArrayList<>();
    private int cachedSoFar;

    SecurityDescriptorCache() {}

    /** WSK_CACHE_SD: copies a descriptor. */
    public CachedSecurityDescriptor cache(SecurityDescriptor descriptor) {
        CachedSecurityDescriptor cached = new CachedSecurityDescriptor(++cachedSoFar, descriptor);
        live.add(cached);
        return cached;
    }

    /** Gives the driver one more reference to a cached descriptor, as reading SO_WSK_SECURITY does. */
    public void addReference(CachedSecurityDescriptor cached) {
        cached.addReference();
        if (!live.contains(cached)) {
            live.add(cached);
        }
    }

    /** WSK_RELEASE_SD: takes one reference back; tells whether this client had one. */
    public boolean release(CachedSecurityDescriptor cached) {
        if (!live.contains(cached)) {
            return false;
        }
        cached.releaseReference();
        if (!cached.isLive()) {
            live.remove(cached);
        }
        return true;
    }

    /** Returns the descriptors that have not been released, the oldest first. */
    public ImmutableList<CachedSecurityDescriptor> live() {
        return ImmutableList.copyOf(live);
    }
}
