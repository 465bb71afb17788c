package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import org.junit.jupiter.api.Test;

class DuplicationTest {

    @Test
    void copies_comeRightBehindThePacket() {
        LinkBench bench =
                new LinkBench(new Duplication(PacketSelection.nth(2), 2), Latency.of(SimDuration.ofMillis(3)));
        bench.sendEveryMillisecond(3);
        assertThat(bench.numbers).containsExactly(1L, 2L, 2L, 2L, 3L);
        assertThat(bench.times).containsExactly(4_000_000L, 5_000_000L, 5_000_000L, 5_000_000L, 6_000_000L);
        assertThat(bench.records(PacketDuplicated.class)).singleElement().satisfies(record -> {
            assertThat(record.number()).isEqualTo(2);
            assertThat(record.copies()).isEqualTo(2);
        });
        assertThat(bench.records(PacketDelivered.class))
                .extracting(PacketDelivered::number)
                .containsExactly(1L, 2L, 2L, 2L, 3L);
    }

    @Test
    void copies_areJudgedByTheConditionsBehind_eachByItself() {
        LinkBench bench =
                new LinkBench(new Duplication(PacketSelection.ALL, 1), PacketLoss.of(PacketSelection.nth(2, 3)));
        bench.sendEveryMillisecond(2);
        assertThat(bench.numbers).containsExactly(1L, 2L);
        assertThat(bench.dropped()).containsExactly(1L, 2L);
    }

    @Test
    void copies_ofDuplicatedCopies_multiply() {
        LinkBench bench =
                new LinkBench(new Duplication(PacketSelection.ALL, 1), new Duplication(PacketSelection.ALL, 2));
        bench.sendEveryMillisecond(1);
        assertThat(bench.numbers).hasSize(6);
    }

    @Test
    void ratio_takesItsShare() {
        LinkBench bench = new LinkBench(new Duplication(PacketSelection.by(Ratio.of(1, 10)), 1));
        bench.sendEveryMillisecond(10_000);
        assertThat(bench.numbers.size()).isBetween(10_910, 11_090);
    }

    @Test
    void eachArrival_followsFromTheRecordOfTheDuplication() {
        LinkBench bench = new LinkBench(new Duplication(PacketSelection.ALL, 1), PacketLoss.of(PacketSelection.nth(1)));
        bench.sendEveryMillisecond(1);
        // sent, duplicated, the first one lost, the second one delivered
        assertThat(bench.log.entries().get(3).record()).isInstanceOf(PacketDelivered.class);
        assertThat(bench.log.entries().get(3).cause())
                .isEqualTo(bench.log.entries().get(1).number());
    }
}
