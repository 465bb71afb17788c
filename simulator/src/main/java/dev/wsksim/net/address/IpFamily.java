package dev.wsksim.net.address;

/** The two versions of the Internet Protocol. */
public enum IpFamily {
    /** Version 4, with addresses of 32 bits (RFC 791). */
    IPV4("IPv4", 32),
    /** Version 6, with addresses of 128 bits (RFC 8200). */
    IPV6("IPv6", 128);

    private final String label;
    private final int bits;

    IpFamily(String label, int bits) {
        this.label = label;
        this.bits = bits;
    }

    /** Returns how many bits an address has. */
    public int bits() {
        return bits;
    }

    /** Returns the name as people write it. */
    @Override
    public String toString() {
        return label;
    }
}
