package dev.wsksim.net.name;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.IpAddress;
import java.util.Map;
import java.util.Optional;

/**
 * What the DNS that a host asks knows: for each name and each address the answers to the first question, the second and
 * so on; the last one stays. Whatever is not listed does not exist.
 *
 * @param domain the domain of the host, which is added to names of a single label
 * @param names the answers by name
 * @param reverse the answers by address
 */
public record DnsScript(
        Optional<String> domain,
        ImmutableMap<String, ImmutableList<DnsAnswer>> names,
        ImmutableMap<IpAddress, ImmutableList<DnsAnswer>> reverse) {

    /** A DNS without any name. */
    public static final DnsScript EMPTY = new DnsScript(Optional.empty(), ImmutableMap.of(), ImmutableMap.of());

    private static final ImmutableList<DnsAnswer> UNKNOWN =
            ImmutableList.of(new DnsAnswer.Failed(DnsFailure.NAME_ERROR, SimDuration.ZERO));

    public DnsScript {
        domain = domain.map(DnsName::withoutFinalDot);
        ImmutableMap.Builder<String, ImmutableList<DnsAnswer>> byKey = ImmutableMap.builder();
        names.forEach((name, answers) -> byKey.put(DnsName.key(name), answers));
        names = byKey.buildOrThrow();
        requireAnswers(names);
        requireAnswers(reverse);
    }

    private static void requireAnswers(Map<?, ImmutableList<DnsAnswer>> table) {
        table.forEach((question, answers) -> {
            if (answers.isEmpty()) {
                throw new IllegalArgumentException("there is no answer for " + question);
            }
        });
    }

    /** Returns the answer to the n-th question for a name, counted from 0. */
    DnsAnswer answerFor(String name, int question) {
        return nth(names.getOrDefault(DnsName.key(name), UNKNOWN), question);
    }

    /** Returns the answer to the n-th question for the name of an address, counted from 0. */
    DnsAnswer answerFor(IpAddress address, int question) {
        return nth(reverse.getOrDefault(address, UNKNOWN), question);
    }

    private static DnsAnswer nth(ImmutableList<DnsAnswer> answers, int question) {
        return answers.get(Math.min(question, answers.size() - 1));
    }
}
