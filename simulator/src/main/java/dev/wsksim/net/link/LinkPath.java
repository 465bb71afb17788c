package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The conditions of a link, at work from the moment at which the link got them; packets that came under them go on under
 * them, even when the link has got others meanwhile.
 */
final class LinkPath {

    private final LinkConfiguration configuration;
    private final LinkStage[] stages;
    private final LinkStreams streams;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final boolean ordered;
    private final boolean plain;
    private final long plainLatencyNanos;

    LinkPath(Link link, LinkConfiguration configuration, LinkStreams streams) {
        this.configuration = configuration;
        this.streams = streams;
        ImmutableList<LinkCondition> conditions = configuration.conditions();
        ordered = conditions.stream().noneMatch(LinkCondition::reorders);
        plain = conditions.stream()
                .allMatch(condition -> condition instanceof Latency latency
                        && latency.distribution() instanceof DelayDistribution.Constant);
        plainLatencyNanos = plain ? sumOfLatencies(conditions) : 0;
        stages = new LinkStage[conditions.size()];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = conditions.get(i).begin(new StageSurroundings(link, this, i + 1));
        }
    }

    private static long sumOfLatencies(ImmutableList<LinkCondition> conditions) {
        long sum = 0;
        for (LinkCondition condition : conditions) {
            if (condition instanceof Latency latency
                    && latency.distribution() instanceof DelayDistribution.Constant constant) {
                long longer = sum + constant.delay().nanos();
                sum = longer < 0 ? Long.MAX_VALUE : longer;
            }
        }
        return sum;
    }

    /** Tells whether the link does nothing but take a constant time. */
    boolean isPlain() {
        return plain;
    }

    long plainLatencyNanos() {
        return plainLatencyNanos;
    }

    /** Tells whether packets arrive in the order in which they were sent. */
    boolean isOrdered() {
        return ordered;
    }

    int mtu() {
        return configuration.mtu();
    }

    int length() {
        return stages.length;
    }

    LinkStage stage(int index) {
        return stages[index];
    }

    RandomStream random(String kind) {
        return streams.stream(kind, kinds.merge(kind, 1, Integer::sum));
    }
}
