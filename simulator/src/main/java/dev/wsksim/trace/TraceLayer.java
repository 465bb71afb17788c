package dev.wsksim.trace;

/** The part of the world that a trace record speaks of. */
public enum TraceLayer {
    /** The scenario: steps and expectations. */
    SCENARIO("scenario"),
    /** The engine: decisions. */
    ENGINE("engine"),
    /** Hosts, links, packets and connections. */
    NET("net"),
    /** IRPs, events, threads, access checks. */
    KERNEL("kernel"),
    /** Calls, sockets, registrations, address sharing. */
    WSK("wsk");

    private final String label;

    TraceLayer(String label) {
        this.label = label;
    }

    /** Returns the layer's name as outputs spell it. */
    public String label() {
        return label;
    }
}
