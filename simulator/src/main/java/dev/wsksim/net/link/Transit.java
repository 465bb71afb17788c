package dev.wsksim.net.link;

/**
 * What becomes of the packet that a link is asked to carry now; one object per link, filled in anew for every packet.
 */
final class Transit {

    private long delayNanos;
    private String dropReason = "";

    void begin(long newDelayNanos) {
        delayNanos = newDelayNanos;
        dropReason = "";
    }

    void addDelay(long nanos) {
        delayNanos += nanos;
    }

    void drop(String reason) {
        dropReason = reason;
    }

    long delayNanos() {
        return delayNanos;
    }

    boolean isDropped() {
        return !dropReason.isEmpty();
    }

    String dropReason() {
        return dropReason;
    }
}
