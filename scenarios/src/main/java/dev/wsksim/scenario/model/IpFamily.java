package dev.wsksim.scenario.model;

/** The address family to which host names and {@code any:PORT} resolve. */
public enum IpFamily implements WordEnum {
    /** IPv4, in Windows words AF_INET. */
    IPV4("ipv4"),
    /** IPv6, in Windows words AF_INET6. */
    IPV6("ipv6");

    private final String word;

    IpFamily(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
