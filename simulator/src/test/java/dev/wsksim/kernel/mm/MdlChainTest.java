package dev.wsksim.kernel.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.testing.WskWorld;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Chains of MDLs: those without an end, and those that a driver links anew while a provider holds them. */
final class MdlChainTest {

    private static void play(Consumer<WskWorld> body) {
        WskWorld.play(body);
    }

    private static Mdl mdl(WskWorld world, int bytes) {
        MemoryManager memory = world.client.memory();
        return memory.mdlOf(memory.nonPaged(new byte[bytes]));
    }

    private static void assertBugCheck(BugCheck bugCheck, Runnable body) {
        assertThatThrownBy(body::run)
                .isInstanceOfSatisfying(
                        SimulatedBugCheck.class,
                        stopped -> assertThat(stopped.code()).isEqualTo(bugCheck));
    }

    @Test
    void chain_thatLeadsBackIntoItself_isABugCheckAndNoHang() {
        play(world -> {
            for (int length = 1; length <= 5; length++) {
                for (int back = 0; back < length; back++) {
                    Mdl[] chain = new Mdl[length];
                    for (int i = 0; i < length; i++) {
                        chain[i] = mdl(world, i);
                        if (i > 0) {
                            chain[i - 1].setNext(chain[i]);
                        }
                    }
                    assertThat(chain[0].chainBytes()).isEqualTo(length * (length - 1) / 2);
                    world.client.memory().requireUsable(chain[0], "WskSend");
                    chain[length - 1].setNext(chain[back]);
                    Mdl first = chain[0];
                    assertBugCheck(BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION, first::chainBytes);
                    assertBugCheck(
                            BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION,
                            () -> world.client.memory().requireUsable(first, "WskSend"));
                    assertThat(first.toString()).as("can be told").isNotEmpty();
                }
            }
        });
    }

    @Test
    void setNext_whileAProviderHoldsTheChain_isReportedAndChangesNothingForIt() {
        play(world -> {
            Mdl first = mdl(world, 1);
            Mdl second = mdl(world, 2);
            Mdl third = mdl(world, 3);
            first.setNext(second);
            first.holdChain(0, 0, "WskSend", false);
            first.setNext(second);
            assertThat(world.records(MemoryMisused.class)).as("no change").isEmpty();

            first.setNext(third);
            assertThat(world.records(MemoryMisused.class)).singleElement().satisfies(misused -> {
                assertThat(misused.held()).isTrue();
                assertThat(misused.what()).contains("changes Next");
            });
            assertThat(first.next()).isEqualTo(third);
            assertThat(first.nextOfProvider()).isEqualTo(second);

            first.letChainGo(0, 0, false);
            for (Mdl mdl : List.of(first, second, third)) {
                assertThat(mdl.block().isHeld()).as("%s", mdl).isFalse();
            }
            assertThat(first.nextOfProvider()).isEqualTo(third);
        });
    }

    @Test
    void hold_ofAChainThatShareMdls_letsEachGoWithItsLastHolder() {
        play(world -> {
            Mdl first = mdl(world, 1);
            Mdl second = mdl(world, 2);
            Mdl front = mdl(world, 3);
            first.setNext(second);
            front.setNext(first);
            first.holdChain(0, 0, "WskSend", false);
            first.setNext(null);
            front.holdChain(0, 0, "WskSend", false);
            front.letChainGo(0, 0, false);
            assertThat(front.block().isHeld()).isFalse();
            assertThat(first.block().isHeld()).isTrue();
            assertThat(second.block().isHeld()).isTrue();
            first.letChainGo(0, 0, false);
            assertThat(first.block().isHeld()).isFalse();
            assertThat(second.block().isHeld()).isFalse();
        });
    }

    @Test
    void hold_ofBytesThatAnotherRequestHas_isReportedUnlessBothReadThem() {
        play(world -> {
            Mdl first = mdl(world, 4);
            Mdl second = mdl(world, 4);
            first.setNext(second);
            first.holdChain(1, 5, "WskReceive", true);
            first.holdChain(0, 1, "WskReceive", true);
            second.holdChain(2, 2, "WskReceive", true);
            second.holdChain(1, 0, "WskReceive", true);
            assertThat(world.records(MemoryMisused.class)).as("other bytes").isEmpty();
            second.holdChain(1, 2, "WskSend", false);
            assertThat(world.records(MemoryMisused.class)).singleElement().satisfies(misused -> {
                assertThat(misused.held()).isTrue();
                assertThat(misused.routine()).isEqualTo("WskSend");
            });
            first.letChainGo(1, 5, true);
            second.letChainGo(2, 2, true);
            second.holdChain(1, 2, "WskSend", false);
            assertThat(world.records(MemoryMisused.class)).as("both read").hasSize(1);
            second.holdChain(2, 1, "WskReceive", true);
            assertThat(world.records(MemoryMisused.class)).as("one writes").hasSize(2);
            second.letChainGo(1, 2, false);
            second.letChainGo(1, 2, false);
            second.letChainGo(2, 1, true);
            second.letChainGo(1, 0, true);
            first.letChainGo(0, 1, true);
            assertThat(first.block().isHeld()).isFalse();
            assertThat(second.block().isHeld()).isFalse();
        });
    }

    @Test
    void memory_thatWasLent_isNotTheDriversToFree() {
        play(world -> {
            MemoryManager memory = world.client.memory();
            PoolBlock block = memory.lent(new byte[4]);
            Mdl mdl = memory.mdlOf(block);
            assertBugCheck(BugCheck.BAD_POOL_CALLER, () -> memory.exFreePool(block));
            memory.ioFreeMdl(mdl);
            assertThat(world.records(MemoryMisused.class))
                    .singleElement()
                    .satisfies(misused -> assertThat(misused.routine()).isEqualTo("IoFreeMdl"));
            assertThat(block.read(0, 4)).hasSize(4);
            memory.takeBack(block);
            assertBugCheck(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA, () -> block.read(0, 4));
        });
    }

    @Test
    void takeBack_whileARequestOfTheDriverUsesTheMemory_isReported() {
        play(world -> {
            MemoryManager memory = world.client.memory();
            PoolBlock block = memory.lent(new byte[4]);
            Mdl mdl = memory.mdlOf(block);
            mdl.holdChain(0, 0, "WskSend", false);
            memory.takeBack(block);
            mdl.letChainGo(0, 0, false);
            assertThat(world.records(MemoryMisused.class))
                    .singleElement()
                    .satisfies(misused -> assertThat(misused.held()).isTrue());
        });
    }
}
