package dev.wsksim.wsk.client;

import dev.wsksim.kernel.se.SecurityDescriptor;

/**
 * The provider's own copy of a security descriptor, as WSK_CACHE_SD hands it out.
 *
 * <p>A pointer to it stands for PSECURITY_DESCRIPTOR in WskSocket, WskSocketConnect and SO_WSK_SECURITY. Each caching
 * needs one WSK_RELEASE_SD. Source: wsk-cache-sd, wsk-release-sd.
 */
public final class CachedSecurityDescriptor implements SecurityDescriptorPointer {

    private final int number;
    private final SecurityDescriptor descriptor;
    private int references = 1;
    private int usedByPendingIrps;

    CachedSecurityDescriptor(int number, SecurityDescriptor descriptor) {
        this.number = number;
        this.descriptor = descriptor;
    }

    /** Returns the number under which traces speak of it, from 1. */
    public int number() {
        return number;
    }

    /** Returns the copy. */
    @Override
    public SecurityDescriptor descriptor() {
        return descriptor;
    }

    /** Tells whether the driver still holds a reference. */
    public boolean isLive() {
        return references > 0;
    }

    /** Returns how many references the driver holds. */
    public int references() {
        return references;
    }

    /** Returns how many IRPs are pending for requests that named this descriptor. */
    public int usedByPendingIrps() {
        return usedByPendingIrps;
    }

    /** Notes that a request which names this descriptor has begun. */
    public void useBegan() {
        usedByPendingIrps++;
    }

    /** Notes that the IRP of such a request was completed. */
    public void useEnded() {
        usedByPendingIrps--;
    }

    void addReference() {
        references++;
    }

    void releaseReference() {
        references--;
    }

    /** Returns how the trace speaks of it. */
    @Override
    public String toString() {
        return (isLive() ? "cached descriptor " : "released descriptor ") + number;
    }
}
