package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryMisused;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.StreamCalls;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SendTorn;
import dev.wsksim.wsk.socket.SocketState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** WskSend, WskReceive, WskDisconnect on one connection. */
final class WskStreamTest {

    private static String text(WskBuf buffer, long length) {
        return new String(buffer.toBytes(), 0, (int) length, StandardCharsets.US_ASCII);
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }

    @Test
    void send_completesWhenThePeerHasAcknowledged_withAllBytes() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            RecordedCall send = stream.send(stream.text("hello"));

            assertThat(send.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(send.isCompleted()).isFalse();
            send.await();
            assertThat(send.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(send.information()).isEqualTo(5);
            assertThat(stream.peer.text()).isEqualTo("hello");
        });
    }

    @Test
    void send_peerDoesNotRead_staysPendingUntilItDoes() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            byte[] much = pattern(300_000);
            RecordedCall send = stream.send(stream.buffer(world.client.memory().nonPaged(much)));
            world.runFor(500);
            assertThat(send.isCompleted()).isFalse();

            stream.peer.goOnReading();
            send.await();
            assertThat(send.information()).isEqualTo(much.length);
            assertThat(stream.peer.bytes()).isEqualTo(much);
        });
    }

    @Test
    void send_chainWithOffset_sendsExactlyTheBytesDescribed() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            PoolBlock first = world.client.memory().nonPaged("xxABC".getBytes(StandardCharsets.US_ASCII));
            PoolBlock second = world.client.memory().nonPaged("DEFyy".getBytes(StandardCharsets.US_ASCII));
            Mdl chain = world.client.memory().mdlOf(first);
            chain.setNext(world.client.memory().mdlOf(second));
            RecordedCall send = stream.send(new WskBuf(chain, 2, 6)).await();

            assertThat(send.information()).isEqualTo(6);
            assertThat(stream.peer.text()).isEqualTo("ABCDEF");
        });
    }

    @Test
    void send_lengthBeyondTheChain_bugCheck() {
        assertThatThrownBy(() -> WskWorld.play(world -> {
                    StreamCalls stream = new StreamCalls(world);
                    stream.send(new WskBuf(stream.text("abc").mdl(), 0, 4));
                }))
                .isInstanceOf(SimulatedBugCheck.class)
                .hasMessageContaining("Length of a WSK_BUF");
    }

    @Test
    void send_badBuffersAndFlags_refusedAtOnceAndInTheIrp() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            WskBuf good = stream.text("abc");
            assertRefused(stream.send(null), NtStatus.STATUS_INVALID_PARAMETER);
            assertRefused(stream.send(new WskBuf(null, 0, 1)), NtStatus.STATUS_INVALID_PARAMETER);
            assertRefused(stream.send(new WskBuf(good.mdl(), 3, 1)), NtStatus.STATUS_INVALID_PARAMETER);
            assertRefused(stream.send(good, new SendFlags(0x40)), NtStatus.STATUS_INVALID_PARAMETER);
            assertRefused(stream.send(good, SendFlags.WSK_FLAG_OOB), NtStatus.STATUS_NOT_SUPPORTED);
            assertThat(stream.peer.text()).isEmpty();
        });
    }

    private static void assertRefused(RecordedCall call, NtStatus status) {
        assertThat(call.returned()).isEqualTo(status);
        assertThat(call.isCompleted()).isTrue();
        assertThat(call.status()).isEqualTo(status);
        assertThat(call.information()).isZero();
    }

    @Test
    void send_zeroLength_succeedsWithNothingOnTheWire() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            int before = world.packets().size();
            RecordedCall send = stream.send(WskBuf.EMPTY).await();
            assertThat(send.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(send.information()).isZero();
            assertThat(world.packets()).hasSize(before);
        });
    }

    @Test
    void sendAndReceive_onASocketThatIsNotConnected_invalidDeviceState() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            var table = dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch.of(socket);
            WskBuf buffer =
                    WskBuf.of(world.client.memory().mdlOf(world.client.memory().nonPaged(new byte[4])));
            RecordedCall send = world.prepare();
            assertThat(table.wskSend(socket, buffer, SendFlags.NONE, send.irp()))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            RecordedCall receive = world.prepare();
            assertThat(table.wskReceive(socket, buffer, ReceiveFlags.NONE, receive.irp()))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            RecordedCall disconnect = world.prepare();
            assertThat(table.wskDisconnect(socket, null, DisconnectFlags.NONE, disconnect.irp()))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void receive_completesWithWhatIsThere_notWithAFullBuffer() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            WskBuf room = stream.room(100);
            RecordedCall receive = stream.receive(room);
            assertThat(receive.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            stream.peer.send("hello");
            receive.await();
            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(receive.information()).isEqualTo(5);
            assertThat(text(room, 5)).isEqualTo("hello");
        });
    }

    @Test
    void receive_severalQueued_servedInOrder() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            WskBuf one = stream.room(3);
            WskBuf two = stream.room(3);
            RecordedCall first = stream.receive(one);
            RecordedCall second = stream.receive(two);
            stream.peer.send("abcdef");
            second.await();
            assertThat(text(one, first.information())).isEqualTo("abc");
            assertThat(text(two, second.information())).isEqualTo("def");
        });
    }

    @Test
    void receive_waitAll_waitsForTheFullBuffer_orTheEnd() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            WskBuf one = stream.room(6);
            RecordedCall first = stream.receive(one, ReceiveFlags.WSK_FLAG_WAITALL);
            stream.peer.send("abc");
            world.runFor(50);
            assertThat(first.isCompleted()).isFalse();
            stream.peer.send("defg");
            first.await();
            assertThat(text(one, first.information())).isEqualTo("abcdef");

            WskBuf two = stream.room(10);
            RecordedCall second = stream.receive(two, ReceiveFlags.WSK_FLAG_WAITALL);
            stream.peer.close();
            second.await();
            assertThat(second.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(text(two, second.information())).isEqualTo("g");
        });
    }

    @Test
    void receive_drain_throwsAwayUntilThePeerDisconnects() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            RecordedCall drain = stream.receive(WskBuf.EMPTY, ReceiveFlags.WSK_FLAG_DRAIN);
            stream.peer.send(pattern(200_000));
            world.runFor(300);
            assertThat(drain.isCompleted()).isFalse();
            stream.peer.close();
            drain.await();
            assertThat(drain.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(drain.information()).isZero();
        });
    }

    @Test
    void receive_flagsThatExcludeEachOther_refused() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            assertRefused(
                    stream.receive(WskBuf.EMPTY, ReceiveFlags.WSK_FLAG_DRAIN.or(ReceiveFlags.WSK_FLAG_WAITALL)),
                    NtStatus.STATUS_INVALID_PARAMETER);
            assertRefused(
                    stream.receive(stream.room(1), ReceiveFlags.WSK_FLAG_DRAIN), NtStatus.STATUS_INVALID_PARAMETER);
            assertRefused(stream.receive(stream.room(1), new ReceiveFlags(1)), NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void receive_afterThePeerHasDisconnected_zeroBytesAndSuccess_everyTime() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.send("last");
            stream.peer.close();
            world.runFor(50);
            assertThat(stream.socket.state()).isEqualTo(SocketState.REMOTE_FINISHED);
            assertThat(stream.receive(stream.room(10)).await().information()).isEqualTo(4);
            for (int i = 0; i < 2; i++) {
                RecordedCall end = stream.receive(stream.room(10)).await();
                assertThat(end.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(end.information()).isZero();
            }
            assertThat(stream.send(stream.text("still")).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void reset_failsWhatIsPending_andWhatComesLater() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            RecordedCall send = stream.send(stream.buffer(world.client.memory().nonPaged(pattern(300_000))));
            RecordedCall receive = stream.receive(stream.room(10));
            world.runFor(100);
            stream.peer.abort();
            receive.await();
            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
            assertThat(send.await().status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
            assertThat(send.information()).isZero();
            assertThat(stream.socket.state()).isEqualTo(SocketState.ABORTED);
            assertRefused(stream.send(stream.text("x")), NtStatus.STATUS_CONNECTION_RESET);
            assertRefused(stream.receive(stream.room(1)), NtStatus.STATUS_CONNECTION_RESET);
        });
    }

    @Test
    void silence_retransmissionsExhausted_ioTimeout() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            world.there.setUp(false);
            RecordedCall send = stream.send(stream.text("into the void")).await();
            assertThat(send.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
            assertThat(stream.socket.state()).isEqualTo(SocketState.ABORTED);
            world.there.setUp(true);
            stream.peer.abort();
        });
    }

    @Test
    void cancel_sendOfWhichAPartWasWritten_resetsTheConnection() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            RecordedCall torn = stream.send(stream.room(1_000_000));
            RecordedCall behind = stream.send(stream.text("behind"));
            RecordedCall receive = stream.receive(stream.room(10));
            world.runFor(50);
            assertThat(torn.cancel()).isTrue();
            world.run();
            assertThat(torn.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(behind.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
            assertThat(stream.peer.wasReset()).isTrue();
            assertThat(world.records(SendTorn.class))
                    .singleElement()
                    .satisfies(record -> assertThat(record.written()).isBetween(1L, 999_999L));
            assertThat(stream.send(stream.text("late")).returned()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
        });
    }

    @Test
    void cancel_sendOfWhichNothingOrEverythingWasWritten_leavesTheStreamWhole() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            RecordedCall blocking = stream.send(stream.room(1_000_000));
            RecordedCall unwritten = stream.send(stream.text("never"));
            RecordedCall last = stream.send(stream.text("last"));
            world.runFor(50);
            assertThat(unwritten.cancel()).isTrue();
            stream.peer.goOnReading();
            world.runFor(5000);
            assertThat(blocking.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(last.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            RecordedCall written = stream.send(stream.text("!"));
            assertThat(written.cancel()).isTrue();
            world.runFor(50);
            assertThat(stream.peer.bytes()).hasSize(1_000_005);
            assertThat(stream.peer.text()).endsWith("last!");
            assertThat(stream.peer.wasReset()).isFalse();
        });
    }

    @Test
    void cancel_sendInFrontOfADisconnect_theDisconnectGoesOn() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            stream.send(stream.room(1_000_000));
            RecordedCall unwritten = stream.send(stream.text("never"));
            RecordedCall disconnect = stream.disconnect();
            world.runFor(50);
            assertThat(unwritten.cancel()).isTrue();
            stream.peer.goOnReading();
            disconnect.await();
            assertThat(disconnect.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(stream.peer.isRemoteClosed()).isTrue();
            assertThat(stream.peer.bytes()).hasSize(1_000_000);
        });
    }

    @Test
    void cancel_disconnectWhoseDataIsPartlyWritten_resetsTheConnection() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            RecordedCall disconnect = stream.disconnect(stream.room(1_000_000), DisconnectFlags.NONE);
            world.runFor(50);
            assertThat(disconnect.cancel()).isTrue();
            world.run();
            assertThat(disconnect.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(stream.peer.wasReset()).isTrue();
            assertThat(stream.peer.isRemoteClosed())
                    .as("no graceful end behind a hole")
                    .isFalse();
        });
    }

    @Test
    void close_withAPartlyWrittenSend_cancelsEverythingWithItsOwnStatus() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            RecordedCall send = stream.send(stream.room(1_000_000));
            RecordedCall receive = stream.receive(stream.room(10));
            world.runFor(50);
            stream.close().await();
            assertThat(send.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(world.records(SendTorn.class)).hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void cancel_pendingReceive_cancelledAtOnce_laterBytesGoToTheNext() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            RecordedCall first = stream.receive(stream.room(10));
            assertThat(first.cancel()).isTrue();
            assertThat(first.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(first.information()).isZero();
            WskBuf room = stream.room(10);
            RecordedCall second = stream.receive(room);
            stream.peer.send("abc");
            second.await();
            assertThat(text(room, second.information())).isEqualTo("abc");
        });
    }

    @Test
    void cancel_waitAllThatHasMovedBytes_tellsTheirNumber() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            WskBuf room = stream.room(10);
            RecordedCall receive = stream.receive(room, ReceiveFlags.WSK_FLAG_WAITALL);
            stream.peer.send("abcd");
            world.runFor(50);
            receive.cancel();
            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(receive.information()).isEqualTo(4);
            assertThat(text(room, 4)).isEqualTo("abcd");
        });
    }

    @Test
    void close_withPendingRequests_cancelsThemFirst_thenResets() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            RecordedCall receive = stream.receive(stream.room(10));
            RecordedCall close = stream.close();
            close.await();
            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(world.completionOrder().indexOf(receive))
                    .isLessThan(world.completionOrder().indexOf(close));
            world.runFor(10);
            assertThat(stream.peer.wasReset()).isTrue();
        });
    }

    @Test
    void disconnect_graceful_finBehindAllData_completesWhenAcknowledged() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            RecordedCall send = stream.send(stream.text("abc"));
            RecordedCall disconnect = stream.disconnect(stream.text("def"), DisconnectFlags.NONE);
            assertThat(disconnect.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertRefused(stream.send(stream.text("late")), NtStatus.STATUS_INVALID_DEVICE_STATE);
            disconnect.await();
            assertThat(disconnect.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(disconnect.information()).isZero();
            assertThat(send.isCompleted()).isTrue();
            assertThat(stream.peer.text()).isEqualTo("abcdef");
            assertThat(stream.peer.isRemoteClosed()).isTrue();
            assertThat(stream.socket.state()).isEqualTo(SocketState.LOCAL_FINISHED);

            WskBuf room = stream.room(10);
            RecordedCall receive = stream.receive(room);
            stream.peer.send("bye");
            stream.peer.close();
            assertThat(text(room, receive.await().information())).isEqualTo("bye");
            world.runFor(10);
            assertThat(stream.socket.state()).isEqualTo(SocketState.FULLY_DISCONNECTED);
            stream.close().await();
            assertThat(stream.peer.wasReset()).isFalse();
        });
    }

    @Test
    void disconnect_aSecondGracefulOne_succeedsToo() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            assertThat(stream.disconnect().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(stream.disconnect().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void disconnect_abortive_resetsAndForcesAStuckGracefulOneOut() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.peer.stopReading();
            RecordedCall send = stream.send(stream.buffer(world.client.memory().nonPaged(pattern(300_000))));
            RecordedCall receive = stream.receive(stream.room(10));
            RecordedCall graceful = stream.disconnect();
            world.runFor(100);
            assertThat(graceful.isCompleted()).isFalse();

            RecordedCall abortive = stream.disconnect(null, DisconnectFlags.WSK_FLAG_ABORTIVE);
            assertThat(abortive.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(send.await().status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(receive.await().status()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
            assertThat(graceful.await().status()).isEqualTo(NtStatus.STATUS_CONNECTION_ABORTED);
            world.runFor(10);
            assertThat(stream.peer.wasReset()).isTrue();
            assertRefused(stream.receive(stream.room(1)), NtStatus.STATUS_CONNECTION_ABORTED);
        });
    }

    @Test
    void disconnect_abortiveWithABuffer_refused() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            assertRefused(
                    stream.disconnect(stream.text("x"), DisconnectFlags.WSK_FLAG_ABORTIVE),
                    NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void memory_touchedWhileTheProviderHasIt_reported_andNotAfterwards() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            PoolBlock block = world.client.memory().nonPaged(new byte[8]);
            RecordedCall receive = stream.receive(stream.buffer(block));
            block.read(0, 1);
            assertThat(world.records(MemoryMisused.class)).hasSize(1);
            stream.peer.send("abc");
            receive.await();
            assertThat(block.read(0, 3)).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
            block.write(0, new byte[1]);
            assertThat(world.records(MemoryMisused.class)).hasSize(1);
        });
    }

    @Test
    void disconnect_withDataAfterTheFirst_isRefused_andNothingIsLostInSilence() {
        WskWorld.play(world -> {
            StreamCalls stream = new StreamCalls(world);
            stream.disconnect().await();
            assertRefused(
                    stream.disconnect(stream.text("late"), DisconnectFlags.NONE), NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }
}
