package dev.wsksim.net.tcp;

/** The congestion control that a host's TCP can use. */
public enum CongestionAlgorithm {
    /** RFC 5681 with the growth of RFC 5681 section 3.1, counted in bytes. */
    NEW_RENO("newreno") {
        @Override
        CongestionControl create() {
            return new NewReno();
        }
    },
    /** RFC 9438. */
    CUBIC("cubic") {
        @Override
        CongestionControl create() {
            return new Cubic();
        }
    };

    private final String label;

    CongestionAlgorithm(String label) {
        this.label = label;
    }

    /** Returns the name by which scenarios know it. */
    public String label() {
        return label;
    }

    /** Makes the congestion control of one connection. */
    abstract CongestionControl create();

    @Override
    public String toString() {
        return label;
    }
}
