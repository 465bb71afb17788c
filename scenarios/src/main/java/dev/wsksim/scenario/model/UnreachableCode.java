package dev.wsksim.scenario.model;

/** Why a destination cannot be reached, as an ICMP or ICMPv6 error says it. */
public enum UnreachableCode implements WordEnum {
    /** No route to the network: ICMP type 3 code 0, ICMPv6 type 1 code 0. */
    NETWORK("network"),
    /** The host does not answer: ICMP type 3 code 1, ICMPv6 type 1 code 3. */
    HOST("host"),
    /** Nothing takes the protocol: ICMP type 3 code 2, ICMPv6 type 4 code 1. */
    PROTOCOL("protocol"),
    /** Nothing listens on the port: ICMP type 3 code 3, ICMPv6 type 1 code 4. */
    PORT("port"),
    /** A filter forbids it: ICMP type 3 code 13, ICMPv6 type 1 code 1. */
    ADMIN("admin");

    private final String word;

    UnreachableCode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
