package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How one direction of a link treats packets.
 *
 * <p>A packet goes through the conditions in their order. The methods that add conditions one by one put them in the
 * usual order: packets lost by script, {@link Bandwidth} or {@link DeliveryOpportunities}, {@link PacketLoss},
 * {@link BurstLoss}, {@link Corruption}, {@link Duplication}, {@link Latency}, {@link Jitter}, {@link Reordering}.
 * Packets lost by script come first, so that "the second SYN" is the second one that was sent.
 *
 * @param conditions what happens to packets, in order
 * @param mtu the most bytes that a packet may have, from the IP header on; longer ones are dropped
 * @param up whether the link carries packets when the simulation begins
 */
public record LinkConfiguration(ImmutableList<LinkCondition> conditions, int mtu, boolean up) {

    /** The MTU of Ethernet (RFC 894, RFC 2464). */
    public static final int USUAL_MTU = 1500;
    /** The MTU below which no link may be (RFC 791 section 3.2). */
    public static final int LEAST_MTU = 68;
    /** The longest IPv4 packet (RFC 791 section 3.1). */
    public static final int MOST_MTU = 65535;

    /** A link that is up, takes no time, loses nothing and has the MTU of Ethernet. */
    public static final LinkConfiguration IDEAL = new LinkConfiguration(ImmutableList.of(), USUAL_MTU, true);

    /** The link of a host to itself. */
    public static final LinkConfiguration LOOPBACK = IDEAL.withMtu(MOST_MTU);

    private static final ImmutableList<Predicate<LinkCondition>> USUAL_ORDER = ImmutableList.of(
            LinkConfiguration::isScripted,
            condition -> condition instanceof Bandwidth || condition instanceof DeliveryOpportunities,
            PacketLoss.class::isInstance,
            BurstLoss.class::isInstance,
            Corruption.class::isInstance,
            Duplication.class::isInstance,
            Latency.class::isInstance,
            Jitter.class::isInstance,
            Reordering.class::isInstance);

    public LinkConfiguration {
        if (mtu < LEAST_MTU || mtu > MOST_MTU) {
            throw new IllegalArgumentException("an MTU is from " + LEAST_MTU + " to " + MOST_MTU + ", not " + mtu);
        }
    }

    /** Returns a link that is up and does this to packets, in this order. */
    public static LinkConfiguration of(LinkCondition... conditions) {
        return new LinkConfiguration(ImmutableList.copyOf(conditions), USUAL_MTU, true);
    }

    /** Returns a link that is up, loses nothing and has this latency. */
    public static LinkConfiguration ofLatency(SimDuration latency) {
        return IDEAL.withLatency(latency);
    }

    /** Returns this configuration with one more condition, in the usual order, behind others of its kind. */
    public LinkConfiguration with(LinkCondition condition) {
        ImmutableList<LinkCondition> all = ImmutableList.<LinkCondition>builder()
                .addAll(conditions)
                .add(condition)
                .build();
        return new LinkConfiguration(inUsualOrder(all), mtu, up);
    }

    /** Returns this configuration with another latency. */
    public LinkConfiguration withLatency(SimDuration newLatency) {
        LinkConfiguration others = without(Latency.class::isInstance);
        return newLatency.nanos() == 0 ? others : others.with(Latency.of(newLatency));
    }

    /** Returns this configuration with another jitter, which keeps the order. */
    public LinkConfiguration withJitter(SimDuration newJitter) {
        return without(Jitter.class::isInstance).with(new Jitter(newJitter, false));
    }

    /** Returns this configuration with reordering by its jitter allowed or not. */
    public LinkConfiguration withReordering(boolean newReordering) {
        return new LinkConfiguration(
                conditions.stream()
                        .map(condition -> condition instanceof Jitter jitter
                                ? new Jitter(jitter.most(), newReordering)
                                : condition)
                        .collect(ImmutableList.toImmutableList()),
                mtu,
                up);
    }

    /** Returns this configuration with another independent loss. */
    public LinkConfiguration withLoss(Ratio newLoss) {
        LinkConfiguration others = without(condition -> condition instanceof PacketLoss && !isScripted(condition));
        return newLoss.isZero() ? others : others.with(PacketLoss.of(PacketSelection.by(newLoss)));
    }

    /** Returns this configuration with other scripted drops. */
    public LinkConfiguration withDrops(ScriptedDrop... newDrops) {
        LinkConfiguration others = without(LinkConfiguration::isScripted);
        return newDrops.length == 0
                ? others
                : others.with(new PacketLoss(List.of(newDrops).stream()
                        .map(ScriptedDrop::selection)
                        .collect(ImmutableList.toImmutableList())));
    }

    /** Returns this configuration with another MTU. */
    public LinkConfiguration withMtu(int newMtu) {
        return new LinkConfiguration(conditions, newMtu, up);
    }

    /** Returns this configuration with the link up or down at the beginning. */
    public LinkConfiguration withUp(boolean newUp) {
        return new LinkConfiguration(conditions, mtu, newUp);
    }

    /** Returns conditions in the usual order; those of one kind stay in theirs. */
    public static ImmutableList<LinkCondition> inUsualOrder(List<LinkCondition> conditions) {
        return conditions.stream()
                .sorted((one, other) -> Integer.compare(usualPlace(one), usualPlace(other)))
                .collect(ImmutableList.toImmutableList());
    }

    private LinkConfiguration without(Predicate<LinkCondition> removed) {
        ImmutableList<LinkCondition> rest =
                conditions.stream().filter(removed.negate()).collect(ImmutableList.toImmutableList());
        return new LinkConfiguration(rest, mtu, up);
    }

    private static int usualPlace(LinkCondition condition) {
        for (int i = 0; i < USUAL_ORDER.size(); i++) {
            if (USUAL_ORDER.get(i).test(condition)) {
                return i;
            }
        }
        throw new AssertionError("no usual place for " + condition);
    }

    private static boolean isScripted(LinkCondition condition) {
        return condition instanceof PacketLoss loss && loss.isScripted();
    }

    /** Says in one line what the conditions are. */
    public String describe() {
        String list = conditions.stream().map(LinkCondition::toString).collect(Collectors.joining("; "));
        return (list.isEmpty() ? "ideal" : list) + "; MTU " + mtu;
    }
}
