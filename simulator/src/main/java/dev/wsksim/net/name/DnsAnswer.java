package dev.wsksim.net.name;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.IpAddress;
import java.util.Optional;

/** What the scripted DNS answers to one question. */
public sealed interface DnsAnswer {

    /** Returns how long after the first query the answer comes. */
    SimDuration delay();

    /** Returns the answer in words. */
    String describe();

    /**
     * The records A and AAAA of a name.
     *
     * @param canonicalName the name that the question's name is an alias of (CNAME); absent: it is none
     * @param addresses the addresses, at least one
     * @param delay how long after the first query the answer comes
     */
    record Addresses(Optional<String> canonicalName, ImmutableList<IpAddress> addresses, SimDuration delay)
            implements DnsAnswer {

        public Addresses {
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("an answer with addresses has at least one");
            }
        }

        @Override
        public String describe() {
            return canonicalName.map(name -> name + " ").orElse("") + addresses;
        }
    }

    /**
     * The record PTR of an address.
     *
     * @param name the name of the host
     * @param delay how long after the first query the answer comes
     */
    record HostName(String name, SimDuration delay) implements DnsAnswer {

        @Override
        public String describe() {
            return name;
        }
    }

    /**
     * No records.
     *
     * @param failure why
     * @param delay how long after the first query the answer comes; for {@link DnsFailure#NO_ANSWER} and {@link
     *     DnsFailure#NOT_READY} it means nothing
     */
    record Failed(DnsFailure failure, SimDuration delay) implements DnsAnswer {

        @Override
        public String describe() {
            return failure.sentence();
        }
    }
}
