package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryMisused;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.StreamCalls;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.EventMask;
import dev.wsksim.wsk.flag.ReceiveEventFlags;
import dev.wsksim.wsk.socket.IndicationsLost;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WskReceiveEvent, WskDisconnectEvent and WskSendBacklogEvent of one connection. */
final class WskStreamCallbacksTest {

    /** A driver that notes what its callbacks are given, and answers as it is told. */
    private static final class Driver {

        private final WskWorld world;
        private final List<String> seen = new ArrayList<>();
        private final List<WskDataIndication> kept = new ArrayList<>();
        private NtStatus answer = NtStatus.STATUS_SUCCESS;
        private Long accept;
        private Runnable inside = () -> {};
        private Irql irql;
        private ReceiveEventFlags flags;

        private Driver(WskWorld world) {
            this.world = world;
        }

        private WskClientConnectionDispatch table() {
            return new WskClientConnectionDispatch(
                    this::received,
                    (context, disconnectFlags) -> {
                        seen.add("disconnect " + disconnectFlags);
                        return NtStatus.STATUS_SUCCESS;
                    },
                    (context, ideal) -> {
                        seen.add("backlog " + ideal);
                        return NtStatus.STATUS_SUCCESS;
                    });
        }

        private NtStatus received(
                Object context,
                ReceiveEventFlags receiveFlags,
                WskDataIndication list,
                long bytes,
                Variable<Long> accepted) {
            assertThat(context).isEqualTo("the context");
            assertThat(list.totalBytes()).isEqualTo(bytes);
            seen.add(new String(list.toBytes(), StandardCharsets.US_ASCII));
            irql = world.client.processor().currentIrql();
            flags = receiveFlags;
            kept.add(list);
            if (accept != null) {
                accepted.set(accept);
            }
            inside.run();
            return answer;
        }
    }

    @Test
    void callbacks_areOffUntilEnabled_thenBufferedBytesComeFirst() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.peer.send("early");
            world.runFor(50);
            assertThat(driver.seen).isEmpty();
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            assertThat(driver.seen).as("never inside a call").isEmpty();
            world.runFor(1);
            stream.peer.send("late");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("early", "late");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-mdl", "offset-in-first-mdl", "mdl-chain", "two-entries"})
    void receiveEvent_anyShape_hasTheSameBytes(String shape) {
        WskWorld.play(WorldSetup.PLAIN.decide("event.indication-shape", shape), world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.answer = NtStatus.STATUS_PENDING;
            stream.peer.send("abcdefg");
            world.runFor(50);
            stream.peer.send("h");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abcdefg", "h");
            WskDataIndication list = driver.kept.get(0);
            assertThat(list.next() != null).isEqualTo(shape.equals("two-entries"));
            assertThat(list.buffer().offset() > 0).isEqualTo(shape.equals("offset-in-first-mdl"));
            release(stream, driver.kept);
        });
    }

    private static void release(StreamCalls stream, List<WskDataIndication> lists) {
        var table = WskProviderConnectionDispatch.of(stream.socket);
        lists.forEach(list -> assertThat(table.wskRelease(stream.socket, list)).isEqualTo(NtStatus.STATUS_SUCCESS));
    }

    private static List<Mdl> mdls(WskDataIndication list) {
        List<Mdl> all = new ArrayList<>();
        for (WskDataIndication entry = list; entry != null; entry = entry.next()) {
            for (Mdl mdl = entry.buffer().mdl(); mdl != null; mdl = mdl.next()) {
                all.add(mdl);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-mdl", "offset-in-first-mdl", "mdl-chain", "two-entries"})
    void list_anyShape_everyPartOfItIsGoneAfterTheCallback(String shape) {
        WskWorld.play(WorldSetup.PLAIN.decide("event.indication-shape", shape), world -> {
            Driver driver = new Driver(world);
            List<Mdl> mdls = new ArrayList<>();
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.inside = () -> mdls.addAll(mdls(driver.kept.get(0)));
            stream.peer.send("abcdefg");
            world.runFor(50);
            WskDataIndication list = driver.kept.get(0);
            assertThatThrownBy(list::buffer).isInstanceOf(SimulatedBugCheck.class);
            assertThatThrownBy(list::next).isInstanceOf(SimulatedBugCheck.class);
            assertThatThrownBy(list::totalBytes).isInstanceOf(SimulatedBugCheck.class);
            assertThat(mdls)
                    .isNotEmpty()
                    .allSatisfy(mdl -> assertThatThrownBy(() -> mdl.block().read(mdl.byteOffset(), mdl.byteCount()))
                            .isInstanceOf(SimulatedBugCheck.class));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void echo_ofTheIndicatedBuffer_needsTheListToBeKept(boolean keeps) {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            List<RecordedCall> echo = new ArrayList<>();
            driver.answer = keeps ? NtStatus.STATUS_PENDING : NtStatus.STATUS_SUCCESS;
            driver.inside = () -> echo.add(stream.send(driver.kept.get(0).buffer()));
            stream.peer.send("abc");
            world.runFor(50);
            assertThat(echo.get(0).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(stream.peer.text()).isEqualTo("abc");
            assertThat(world.records(MemoryMisused.class))
                    .as("given back while the send was pending")
                    .hasSize(keeps ? 0 : 1)
                    .allMatch(MemoryMisused::held);
            if (keeps) {
                release(stream, driver.kept);
                assertThat(world.records(MemoryMisused.class)).isEmpty();
            }
        });
    }

    @Test
    void close_withKeptLists_theirMemoryGoesWithTheSocket() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.answer = NtStatus.STATUS_PENDING;
            stream.peer.send("one");
            world.runFor(50);
            stream.peer.send("two");
            world.runFor(50);
            RecordedCall close = stream.close();
            WskDataIndication one = driver.kept.get(0);
            assertThat(close.isCompleted()).isFalse();
            assertThat(WskProviderConnectionDispatch.of(stream.socket).wskRelease(stream.socket, one))
                    .as("too late")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(one.toBytes()).as("not gone yet").hasSize(3);
            close.await();
            assertThat(world.records(IndicationsLost.class)).containsExactly(new IndicationsLost(1, 2));
            assertThat(stream.socket.retainedCount()).isZero();
            assertThatThrownBy(one::toBytes).isInstanceOf(SimulatedBugCheck.class);
        });
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "7, 6", "9223372036854775807, 6"})
    void receiveEvent_bytesAcceptedOutOfRange_isReported(long accepted, int taken) {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.accept = accepted;
            stream.peer.send("abcdef");
            world.runFor(50);
            assertThat(world.records(CallbackMisused.class)).hasSize(1);
            assertThat(stream.socket.connectionRole().receiveBacklog()).isEqualTo(6 - taken);
        });
    }

    @Test
    void receiveEvent_bytesAcceptedWithAnotherStatus_isIgnored() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.accept = 99L;
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            stream.peer.send("abcdef");
            world.runFor(50);
            assertThat(world.records(CallbackMisused.class)).isEmpty();
            assertThat(stream.socket.connectionRole().receiveBacklog()).isEqualTo(6);
        });
    }

    @Test
    void receiveEvent_irqlAndFlag_followTheDecision() {
        for (String option : List.of("DISPATCH_LEVEL-flagged", "PASSIVE_LEVEL", "DISPATCH_LEVEL-unflagged")) {
            WskWorld.play(WorldSetup.PLAIN.decide("event.irql", option), world -> {
                Driver driver = new Driver(world);
                StreamCalls stream = new StreamCalls(world, driver.table());
                stream.enable(EventFlag.WSK_EVENT_RECEIVE);
                stream.peer.send("x");
                world.runFor(50);
                assertThat(driver.irql)
                        .isEqualTo(option.startsWith("PASSIVE") ? Irql.PASSIVE_LEVEL : Irql.DISPATCH_LEVEL);
                assertThat(driver.flags.has(ReceiveEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL))
                        .isEqualTo(option.equals("DISPATCH_LEVEL-flagged"));
                assertThat(driver.flags.has(ReceiveEventFlags.WSK_FLAG_ENTIRE_MESSAGE))
                        .isTrue();
            });
        }
    }

    @Test
    void receiveEvent_partlyAccepted_suspendedUntilWskReceive_restComesFirst() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.accept = 2L;
            stream.peer.send("abcdef");
            world.runFor(50);
            stream.peer.send("ghi");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abcdef");

            driver.accept = null;
            assertThat(stream.receive(dev.wsksim.wsk.data.WskBuf.EMPTY).await().information())
                    .isZero();
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abcdef", "cdefghi");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void receiveEvent_notAccepted_comesAgainWhenAnEmptyReceiveIsCompleted(boolean insideTheCallback) {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            List<RecordedCall> empty = new ArrayList<>();
            List<Boolean> completed = new ArrayList<>();
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            driver.inside = () -> {
                if (!empty.isEmpty()) {
                    driver.answer = NtStatus.STATUS_SUCCESS;
                    completed.add(empty.get(0).isCompleted());
                } else if (insideTheCallback) {
                    empty.add(stream.receive(WskBuf.EMPTY));
                }
            };
            stream.peer.send("abc");
            world.runFor(50);
            if (!insideTheCallback) {
                empty.add(stream.receive(WskBuf.EMPTY));
                world.runFor(50);
            }
            assertThat(driver.seen).containsExactly("abc", "abc");
            assertThat(completed).containsExactly(true);
        });
    }

    @Test
    void receiveEvent_dataNotAccepted_nextReceiveTakesTheRefusedBytes() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            stream.peer.send("abcdef");
            world.runFor(50);
            driver.answer = NtStatus.STATUS_SUCCESS;
            RecordedCall receive = stream.receive(stream.room(4)).await();
            assertThat(receive.information()).isEqualTo(4);
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abcdef", "ef");
        });
    }

    @Test
    void receiveEvent_pendingReceiveWins() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            RecordedCall receive = stream.receive(stream.room(3));
            stream.peer.send("abcdef");
            receive.await();
            assertThat(receive.information()).isEqualTo(3);
            world.runFor(50);
            assertThat(driver.seen).containsExactly("def");
        });
    }

    @Test
    void receiveEvent_keptLists_areReleasedOneByOneInAnyOrder() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            driver.answer = NtStatus.STATUS_PENDING;
            stream.peer.send("one");
            world.runFor(50);
            stream.peer.send("two");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("one", "two");
            assertThat(stream.socket.retainedCount()).isEqualTo(2);
            var table = WskProviderConnectionDispatch.of(stream.socket);
            WskDataIndication one = driver.kept.get(0);
            WskDataIndication two = driver.kept.get(1);
            assertThat(one.toBytes()).isEqualTo("one".getBytes(StandardCharsets.US_ASCII));
            assertThat(table.wskRelease(stream.socket, two)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(table.wskRelease(stream.socket, two)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(table.wskRelease(stream.socket, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThatThrownBy(two::toBytes).isInstanceOf(SimulatedBugCheck.class);
            assertThat(table.wskRelease(stream.socket, one)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(stream.socket.retainedCount()).isZero();
        });
    }

    @Test
    void receiveEvent_bytesOfAListThatWasNotKept_areGoneAfterTheCallback() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            stream.peer.send("one");
            world.runFor(50);
            assertThatThrownBy(() -> driver.kept.get(0).toBytes()).isInstanceOf(SimulatedBugCheck.class);
        });
    }

    @Test
    void disconnectEvent_graceful_afterAllBytesWereIndicated() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE, EventFlag.WSK_EVENT_DISCONNECT);
            stream.peer.send("last words");
            stream.peer.close();
            world.runFor(50);
            assertThat(driver.seen).containsExactly("last words", "disconnect WSK_FLAG_AT_DISPATCH_LEVEL");
        });
    }

    @Test
    void disconnectEvent_abortive_tellsSo() {
        WskWorld.play(WorldSetup.PLAIN.decide("event.irql", "PASSIVE_LEVEL"), world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_DISCONNECT);
            stream.peer.abort();
            world.runFor(50);
            assertThat(driver.seen).containsExactly("disconnect WSK_FLAG_ABORTIVE");
        });
    }

    @Test
    void sendBacklogEvent_tellsWhenTheIdealSizeHasGrown() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_SEND_BACKLOG);
            stream.send(stream.buffer(world.client.memory().nonPaged(new byte[1_000_000])))
                    .await();
            world.runFor(10);
            assertThat(driver.seen).isNotEmpty().allMatch(line -> line.matches("backlog \\d+"));
            long last = Long.parseLong(driver.seen.get(driver.seen.size() - 1).substring("backlog ".length()));
            assertThat(last)
                    .isGreaterThan(65_536)
                    .isEqualTo(stream.socket.connectionRole().idealSendBacklog());
        });
    }

    @Test
    void disable_whileTheCallbackRuns_eventPending_orTheIrpWaits() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            int disable = EventFlag.WSK_EVENT_RECEIVE.bit() | EventFlag.WSK_EVENT_DISABLE;
            List<Object> outcomes = new ArrayList<>();
            driver.inside = () -> {
                RecordedCall withIrp = world.sockets().control(stream.socket, StreamCalls.events(disable));
                outcomes.add(withIrp.returned());
                outcomes.add(withIrp.isCompleted());
                outcomes.add(stream.control(disable));
                outcomes.add(withIrp);
            };
            stream.peer.send("one");
            world.runFor(50);
            assertThat(outcomes.subList(0, 3))
                    .containsExactly(NtStatus.STATUS_PENDING, false, NtStatus.STATUS_EVENT_PENDING);
            assertThat(((RecordedCall) outcomes.get(3)).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            stream.peer.send("two");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("one");
            assertThat(stream.control(disable)).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void close_insideACallback_completesAfterItHasReturned() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            List<RecordedCall> closes = new ArrayList<>();
            driver.inside = () -> {
                closes.add(stream.close());
                assertThat(closes.get(0).isCompleted()).isFalse();
            };
            stream.peer.send("one");
            world.runFor(50);
            assertThat(closes.get(0).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void enable_beforeConnected_withoutCallback_orTwoAtOnceToDisable_refused() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            assertThat(stream.control(EventFlag.WSK_EVENT_RECEIVE.bit())).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(stream.control(EventFlag.WSK_EVENT_ACCEPT.bit())).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(stream.control(0)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(stream.control(EventFlag.CONNECTION_EVENTS | EventFlag.WSK_EVENT_DISABLE))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            var unbound = world.sockets().made(Ws2def.AF_INET);
            assertThat(world.sockets()
                            .controlWith(unbound, StreamCalls.events(EventFlag.WSK_EVENT_RECEIVE.bit()), null))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void staticCallbacks_areOnFromTheStart_andCannotBeDisabled() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            int mask = EventFlag.WSK_EVENT_RECEIVE.bit() | EventFlag.WSK_EVENT_ACCEPT.bit();
            assertThat(setStatic(world, mask)).isEqualTo(NtStatus.STATUS_SUCCESS);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.peer.send("hello");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("hello");
            assertThat(stream.control(EventFlag.WSK_EVENT_RECEIVE.bit() | EventFlag.WSK_EVENT_DISABLE))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(setStatic(world, mask)).as("too late").isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    private static NtStatus setStatic(WskWorld world, int mask) {
        return world.dispatch.wskControlClient(
                world.wskClient,
                ClientControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                WskEventCallbackControl.SIZE,
                new Variable<>(WskEventCallbackControl.of(new EventMask(mask))),
                0,
                null,
                null,
                null);
    }

    @Test
    void receiveEvent_refusesAfterAWskReceiveFromInside_theRequestTakesTheBytesAndTheCallbackGoesOn() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            List<RecordedCall> receives = new ArrayList<>();
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            driver.inside = () -> receives.add(stream.receive(stream.room(12)));
            stream.peer.send("abc");
            world.runFor(50);
            assertThat(receives.get(0).information()).isEqualTo(3);
            driver.inside = () -> {};
            driver.answer = NtStatus.STATUS_SUCCESS;
            stream.peer.send("def");
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abc", "def");
        });
    }

    @Test
    void receiveEvent_inlineWskReceiveFromInside_neverOvertakesWhatIsRefused() {
        WorldSetup setup =
                WorldSetup.PLAIN.decide("event.irql", "PASSIVE_LEVEL").decide("WskReceive.completion", "inline");
        WskWorld.play(setup, world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            dev.wsksim.wsk.data.WskBuf room = stream.room(3);
            List<RecordedCall> receives = new ArrayList<>();
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            driver.inside = () -> {
                driver.inside = () -> {};
                world.in(20, () -> stream.peer.send("def"));
                receives.add(stream.receive(room));
            };
            stream.peer.send("abc");
            world.runFor(100);
            assertThat(receives.get(0).information()).isEqualTo(3);
            assertThat(room.toBytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Test
    void callbacks_afterTheDriversOwnAbort_areNotCalled() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.peer.send("unread");
            stream.peer.close();
            world.runFor(50);
            stream.disconnect(null, dev.wsksim.wsk.flag.DisconnectFlags.WSK_FLAG_ABORTIVE);
            stream.enable(EventFlag.WSK_EVENT_RECEIVE, EventFlag.WSK_EVENT_DISCONNECT);
            world.runFor(50);
            assertThat(driver.seen).isEmpty();
        });
    }

    @Test
    void receiveEvent_afterAReset_doesNotIndicateWhatWasLost() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.peer.send("lost");
            world.runFor(50);
            stream.peer.abort();
            world.runFor(50);
            stream.enable(EventFlag.WSK_EVENT_RECEIVE);
            world.runFor(50);
            assertThat(driver.seen).isEmpty();
        });
    }

    @Test
    void disconnectEvent_comesWhenTheReceiveEventItWaitedForIsDisabled() {
        WskWorld.play(world -> {
            Driver driver = new Driver(world);
            StreamCalls stream = new StreamCalls(world, driver.table());
            stream.enable(EventFlag.WSK_EVENT_RECEIVE, EventFlag.WSK_EVENT_DISCONNECT);
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            stream.peer.send("abc");
            stream.peer.close();
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abc");
            stream.control(EventFlag.WSK_EVENT_RECEIVE.bit() | EventFlag.WSK_EVENT_DISABLE);
            world.runFor(50);
            assertThat(driver.seen).containsExactly("abc", "disconnect WSK_FLAG_AT_DISPATCH_LEVEL");
        });
    }
}
