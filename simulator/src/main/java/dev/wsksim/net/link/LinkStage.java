package dev.wsksim.net.link;

/**
 * One condition at work on one link: what it does to each packet, and what it remembers of those before.
 *
 * <p>A stage of a link that keeps order lets packets go on in the order in which they came to it.
 */
public abstract class LinkStage {

    LinkStage() {}

    /** Judges the packet that is in transit: drops it, delays it, alters it, keeps it, or leaves it alone. */
    abstract void apply(Transit transit);
}
