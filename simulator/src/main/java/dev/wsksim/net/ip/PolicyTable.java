package dev.wsksim.net.ip;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.address.IpPrefix;

/** The default policy table of address selection (RFC 6724 section 2.1). */
final class PolicyTable {

    private record Policy(IpPrefix prefix, int precedence, int label) {}

    private static final ImmutableList<Policy> POLICIES = ImmutableList.of(
            policy("::1/128", 50, 0),
            policy("::/0", 40, 1),
            policy("::ffff:0:0/96", 35, 4),
            policy("2002::/16", 30, 2),
            policy("2001::/32", 5, 5),
            policy("fc00::/7", 3, 13),
            policy("::/96", 1, 3),
            policy("fec0::/10", 1, 11),
            policy("3ffe::/16", 1, 12));

    private static final long MAPPED_PREFIX = 0xFFFF_0000_0000L;

    private PolicyTable() {}

    static int precedence(IpAddress address) {
        return find(address).precedence();
    }

    static int label(IpAddress address) {
        return find(address).label();
    }

    private static Policy policy(String prefix, int precedence, int label) {
        return new Policy(IpPrefix.of(prefix), precedence, label);
    }

    /** Finds the policy with the longest prefix; an IPv4 address stands for the IPv6 address that is mapped to it. */
    private static Policy find(IpAddress address) {
        IpAddress wanted =
                address.family() == IpFamily.IPV4 ? IpAddress.ipv6(0, MAPPED_PREFIX | address.low()) : address;
        Policy best = null;
        for (Policy policy : POLICIES) {
            if (policy.prefix().contains(wanted)
                    && (best == null || policy.prefix().length() > best.prefix().length())) {
                best = policy;
            }
        }
        if (best == null) {
            throw new AssertionError("the policy table has a default");
        }
        return best;
    }
}
