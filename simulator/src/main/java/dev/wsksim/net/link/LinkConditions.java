package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;

/** Turns the configuration of a link into the conditions that it asks, in the order scripted drops, loss, jitter. */
final class LinkConditions {

    private LinkConditions() {}

    static ImmutableList<LinkCondition> of(LinkConfiguration configuration, RandomStream random) {
        ImmutableList.Builder<LinkCondition> conditions = ImmutableList.builder();
        // Every drop counts every packet, even one that an earlier condition has lost: "the second SYN" is the second
        // that was sent.
        configuration.drops().forEach(drop -> conditions.add(new ScriptedDropCondition(drop)));
        if (!configuration.loss().isZero()) {
            conditions.add((packet, transit) -> {
                if (random.chance(configuration.loss())) {
                    transit.drop("loss");
                }
            });
        }
        long jitterNanos = configuration.jitter().nanos();
        if (jitterNanos > 0) {
            conditions.add((packet, transit) -> transit.addDelay(random.nextLong(jitterNanos + 1)));
        }
        return conditions.build();
    }
}
