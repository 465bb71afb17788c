package dev.wsksim.scenario.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableListMultimap;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.scenario.model.FieldExpectation;
import dev.wsksim.trace.FieldVisitor;
import java.util.List;

/** The fields of a packet as texts, as far as expectations may speak of them. */
final class PacketFields implements FieldVisitor {

    private final ImmutableListMultimap.Builder<String, String> fields = ImmutableListMultimap.builder();

    private PacketFields() {}

    /** Tells whether the fields of a packet are what is expected; of a field that is there several times, one is enough. */
    static boolean match(List<FieldExpectation> expected, Packet packet) {
        if (expected.isEmpty()) {
            return true;
        }
        PacketFields visitor = new PacketFields();
        packet.visit(visitor);
        visitor.number("hopLimit", packet.hopLimit());
        ImmutableListMultimap<String, String> actual = visitor.fields.build();
        return expected.stream()
                .allMatch(field -> field.field().equals("data")
                        ? data(packet).equals(ByteSlice.copyOf(field.value().getBytes(UTF_8)))
                        : actual.containsEntry(field.field(), field.value()));
    }

    private static ByteSlice data(Packet packet) {
        if (packet.payload() instanceof TcpSegment segment) {
            return segment.data();
        }
        if (packet.payload() instanceof UdpDatagram datagram) {
            return datagram.data();
        }
        if (packet.payload() instanceof IcmpEcho echo) {
            return echo.data();
        }
        return packet.payload() instanceof RawPayload raw ? raw.data() : ByteSlice.EMPTY;
    }

    @Override
    public void text(String name, String value) {
        fields.put(name, value);
    }

    @Override
    public void number(String name, long value) {
        fields.put(name, Long.toString(value));
    }

    @Override
    public void flag(String name, boolean value) {
        fields.put(name, Boolean.toString(value));
    }

    @Override
    public void nanos(String name, long nanos) {
        fields.put(name, Long.toString(nanos));
    }
}
