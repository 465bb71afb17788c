package dev.wsksim.net.link;

/** Lets every packet go on after the same time. */
final class ConstantDelayStage extends LinkStage {

    private final long delayNanos;

    ConstantDelayStage(long delayNanos) {
        this.delayNanos = delayNanos;
    }

    @Override
    void apply(Transit transit) {
        transit.addDelay(delayNanos);
    }
}
