package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import dev.wsksim.wsk.socket.DatagramSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random datagrams through random buffers, to a server that echoes, with every decision drawn: what arrives is what was
 * sent, cut exactly where a buffer ends; one side of the model is a plain list.
 */
class RandomDatagramsTest {

    private static final int ROUNDS = 60;
    private static final int LARGEST = 3000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void echo_randomBuffersAndDecisions_bytesAreTheSame(long seed) {
        WskWorld.play(WorldSetup.PLAIN.seeded(seed), world -> {
            Random random = new Random(seed);
            DatagramCalls calls = new DatagramCalls(world);
            calls.server("192.0.2.20:7", new UdpUser() {
                @Override
                public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
                    ByteSlice data = datagram.data();
                    endpoint.sendTo(data, packet.source(), datagram.sourcePort());
                    return true;
                }
            });
            List<byte[]> indicated = new ArrayList<>();
            DatagramSocket called = calls.bound("0.0.0.0:5001", (context, flags, list) -> {
                for (WskDatagramIndication entry = list; entry != null; entry = entry.next()) {
                    indicated.add(entry.buffer().toBytes());
                }
                return NtStatus.STATUS_SUCCESS;
            });
            calls.enable(called);
            DatagramSocket asked = calls.bound("0.0.0.0:5000");
            List<byte[]> sent = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                byte[] content = new byte[random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(LARGEST)];
                random.nextBytes(content);
                receiveEcho(world, calls, asked, content, random);
                calls.send(called, scattered(world, content, random), "192.0.2.20:7");
                sent.add(content);
                world.run();
            }
            assertThat(indicated).hasSameSizeAs(sent);
            for (int i = 0; i < sent.size(); i++) {
                assertThat(indicated.get(i)).as("datagram " + i).isEqualTo(sent.get(i));
            }
        });
    }

    private static void receiveEcho(
            WskWorld world, DatagramCalls calls, DatagramSocket socket, byte[] content, Random random) {
        WskBuf room = scattered(world, new byte[random.nextInt(LARGEST)], random);
        ReceiveFromOutputs outputs = DatagramCalls.outputs(0);
        boolean first = random.nextBoolean();
        RecordedCall early = first ? calls.receive(socket, room, 0, outputs) : null;
        RecordedCall send = calls.send(socket, scattered(world, content, random), "192.0.2.20:7");
        world.run();
        assertThat(send.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(send.information()).isEqualTo(content.length);
        RecordedCall receive =
                first ? early : calls.receive(socket, room, 0, outputs).await();
        int count = (int) Math.min(content.length, room.length());
        boolean cut = count < content.length;
        assertThat(receive.information()).isEqualTo(count);
        assertThat(receive.status())
                .isIn(NtStatus.STATUS_SUCCESS, cut ? NtStatus.STATUS_BUFFER_OVERFLOW : NtStatus.STATUS_SUCCESS);
        assertThat(DatagramCalls.flags(outputs)).isEqualTo(cut ? ReceiveFromFlags.MSG_TRUNC : ReceiveFromFlags.NONE);
        assertThat(outputs.remoteAddress().get()).isEqualTo(SockAddr.of(Endpoint.of("192.0.2.20:7")));
        byte[] got = room.toBytes();
        assertThat(Arrays.copyOf(got, count)).isEqualTo(Arrays.copyOf(content, count));
        assertThat(Arrays.copyOfRange(got, count, got.length))
                .as("what lies behind is not touched")
                .isEqualTo(new byte[got.length - count]);
    }

    /** Lays bytes out in a chain of MDLs, the first of which begins with some that are none of them. */
    private static WskBuf scattered(WskWorld world, byte[] content, Random random) {
        if (content.length == 0) {
            return WskBuf.EMPTY;
        }
        MemoryManager memory = world.client.memory();
        int offset = random.nextInt(20);
        byte[] shifted = new byte[offset + content.length];
        System.arraycopy(content, 0, shifted, offset, content.length);
        Mdl first = null;
        Mdl last = null;
        int at = 0;
        while (at < shifted.length) {
            int least = first == null ? offset + 1 : 1;
            int count = Math.min(shifted.length - at, least + random.nextInt(shifted.length));
            Mdl mdl = memory.mdlOf(memory.nonPaged(Arrays.copyOfRange(shifted, at, at + count)));
            if (last == null) {
                first = mdl;
            } else {
                last.setNext(mdl);
            }
            last = mdl;
            at += count;
        }
        return new WskBuf(first, offset, content.length);
    }
}
