package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links with random conditions that change in mid-run, hold and go down: what must hold whatever they do. */
class RandomLinksTest {

    private static final int PACKETS = 400;

    /** One run with everything that seed decides; the records that count are summed up. */
    private static final class Run {

        final LinkBench bench;
        final boolean reorders;
        final boolean codel;
        boolean released;

        Run(int seed) {
            RandomStream random = new RandomStreams(seed).stream("conditions");
            LinkConfiguration first = configuration(random);
            LinkConfiguration second = configuration(random);
            bench = new LinkBench(seed, first);
            reorders = first.conditions().stream().anyMatch(LinkCondition::reorders)
                    || second.conditions().stream().anyMatch(LinkCondition::reorders);
            codel = Stream.of(first, second)
                    .flatMap(configuration -> configuration.conditions().stream())
                    .anyMatch(condition ->
                            condition instanceof Bandwidth line && line.policy() instanceof QueuePolicy.CoDel);
            long time = 0;
            for (int i = 0; i < PACKETS; i++) {
                time += random.nextLong(3 * LinkBench.MILLISECOND);
                bench.sendAt(time, i, LinkBench.HEADERS + random.nextInt(1500));
                disturb(random, time, second);
            }
            bench.loop.run();
        }

        /** Tells whether packets were overtaken that waited in a queue under CoDel when the conditions changed. */
        boolean leavesCoDelBehind() {
            return codel && !bench.records(LinkConditionsChanged.class).isEmpty();
        }

        private void disturb(RandomStream random, long time, LinkConfiguration second) {
            switch (random.nextInt(100)) {
                case 0 -> bench.loop.scheduleAt(time, () -> bench.link.setConditions(second));
                case 1 -> bench.loop.scheduleAt(time, () -> bench.link.setUp(!bench.link.isUp()));
                case 2 ->
                    bench.loop.scheduleAt(time, () -> bench.link.hold(PacketMatch.ANY.withData(DataPresence.SOME)));
                case 3 -> bench.loop.scheduleAt(time, () -> release(new Release.All()));
                case 4 -> bench.loop.scheduleAt(time, () -> release(new Release.First(3)));
                default -> {
                    // Nothing happens, mostly.
                }
            }
        }

        private void release(Release release) {
            released |= bench.link.heldPackets() > 0;
            bench.link.release(release);
        }

        private static LinkConfiguration configuration(RandomStream random) {
            List<LinkCondition> conditions = new ArrayList<>();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                conditions.add(condition(random));
            }
            return LinkConfiguration.of(conditions.toArray(LinkCondition[]::new));
        }

        private static LinkCondition condition(RandomStream random) {
            PacketSelection some = random.nextInt(2) == 0
                    ? PacketSelection.by(Ratio.of(1, 2 + random.nextInt(20)))
                    : PacketSelection.nth(1 + random.nextInt(50), 60);
            SimDuration delay = SimDuration.ofMicros(random.nextInt(20_000));
            SimDuration more = delay.plus(SimDuration.ofMicros(1 + random.nextInt(5_000)));
            return switch (random.nextInt(12)) {
                case 0 -> Latency.of(delay);
                case 1 -> new Latency(new DelayDistribution.Uniform(delay, more), random.nextInt(4) == 0);
                case 2 -> new Latency(new DelayDistribution.Normal(delay, more), random.nextInt(4) == 0);
                case 3 -> new Jitter(more, random.nextInt(4) == 0);
                case 4 -> PacketLoss.of(some);
                case 5 -> new BurstLoss(Ratio.of(1, 20), Ratio.of(1, 3), Ratio.ZERO, Ratio.ONE);
                case 6 -> new Duplication(some, 1 + random.nextInt(3));
                case 7 -> new Reordering(some, more);
                case 8 -> new Corruption(some, Corruption.Kind.UNCAUGHT);
                case 9 -> new DeliveryOpportunities(ImmutableList.of(delay, more), more, QueueLimit.ofPackets(20));
                default -> bandwidth(random);
            };
        }

        private static Bandwidth bandwidth(RandomStream random) {
            QueuePolicy policy = switch (random.nextInt(3)) {
                case 0 -> new QueuePolicy.Tail();
                case 1 -> new QueuePolicy.Red(2, 10, Ratio.of(1, 10), Ratio.of(1, 5));
                default -> QueuePolicy.CoDel.USUAL;
            };
            QueueLimit limit = random.nextInt(2) == 0
                    ? QueueLimit.ofPackets(1 + random.nextInt(30))
                    : QueueLimit.ofBytes(2_000 + random.nextInt(30_000));
            return Bandwidth.of(1_000_000 + random.nextInt(9_000_000)).withQueue(limit, policy);
        }
    }

    @Test
    void packets_areConserved() {
        int held = 0;
        int duplicated = 0;
        for (int seed = 1; seed <= 300; seed++) {
            LinkBench bench = new Run(seed).bench;
            int copies = bench.records(PacketDuplicated.class).stream()
                    .mapToInt(PacketDuplicated::copies)
                    .sum();
            assertThat(bench.loop.pendingEvents()).isZero();
            assertThat(bench.records(PacketSent.class).size() + copies)
                    .as("seed %d", seed)
                    .isEqualTo(bench.numbers.size() + bench.dropped().size() + bench.link.heldPackets());
            assertThat(bench.records(PacketSent.class)).hasSize(PACKETS);
            held += bench.link.heldPackets();
            duplicated += copies;
        }
        assertThat(held).isPositive();
        assertThat(duplicated).isPositive();
    }

    @Test
    void packet_withoutDuplication_isDeliveredOrDropped_neverBoth() {
        for (int seed = 1; seed <= 300; seed++) {
            LinkBench bench = new Run(seed).bench;
            if (bench.records(PacketDuplicated.class).isEmpty()) {
                assertThat(bench.numbers).as("seed %d", seed).doesNotHaveDuplicates();
                assertThat(bench.dropped()).doesNotHaveDuplicates();
                assertThat(bench.numbers).doesNotContainAnyElementsOf(bench.dropped());
            }
        }
    }

    @Test
    void packets_withoutReorderingAndRelease_keepTheirOrder() {
        int ordered = 0;
        for (int seed = 1; seed <= 900; seed++) {
            Run run = new Run(seed);
            if (!run.reorders && !run.released && !run.leavesCoDelBehind()) {
                ordered++;
                assertThat(run.bench.numbers).as("seed %d", seed).isSorted();
            }
        }
        assertThat(ordered).isGreaterThan(40);
    }

    @Test
    void sameSeed_givesTheSameDigest_anotherSeedAnotherOne() {
        for (int seed = 1; seed <= 50; seed++) {
            String digest = new Run(seed).bench.digest.hex();
            assertThat(new Run(seed).bench.digest.hex()).as("seed %d", seed).isEqualTo(digest);
            assertThat(new Run(seed + 1000).bench.digest.hex()).isNotEqualTo(digest);
        }
    }

    @Test
    void furtherCondition_changesNoDrawOfTheOthers() {
        LinkCondition loss = PacketLoss.of(PacketSelection.by(Ratio.of(1, 5)));
        List<Long> alone = new LinkBench(loss).sendEveryMillisecond(500).dropped();
        LinkBench crowded = new LinkBench(
                new Jitter(SimDuration.ofMillis(3), false),
                new Corruption(PacketSelection.by(Ratio.of(1, 3)), Corruption.Kind.CAUGHT),
                loss,
                PacketLoss.of(PacketSelection.nth(1_000_000)));
        assertThat(crowded.sendEveryMillisecond(500).dropped()).isEqualTo(alone).isNotEmpty();
    }

    @Test
    void changeOfConditions_doesNotRepeatTheDraws() {
        LinkConfiguration losing = LinkConfiguration.of(PacketLoss.of(PacketSelection.by(Ratio.of(1, 5))));
        LinkBench unchanged = new LinkBench(1, losing).sendEveryMillisecond(500);
        LinkBench changed = new LinkBench(1, losing);
        changed.loop.scheduleAt(250 * LinkBench.MILLISECOND, () -> changed.link.setConditions(losing));
        changed.sendEveryMillisecond(500);
        assertThat(changed.dropped()).isEqualTo(unchanged.dropped());
    }
}
