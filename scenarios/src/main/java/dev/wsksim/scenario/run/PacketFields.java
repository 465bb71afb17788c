package dev.wsksim.scenario.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
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

    private static final int MOST_SHOWN = 60;

    private final ImmutableListMultimap.Builder<String, String> fields = ImmutableListMultimap.builder();

    private PacketFields() {}

    /** Tells whether the fields of a packet are what is expected; of a field that is there several times, one is enough. */
    static boolean match(List<FieldExpectation> expected, Packet packet) {
        return expected.isEmpty() || differences(expected, packet).isEmpty();
    }

    /** Returns the fields of a packet that are not what is expected, as {@code win 65535}. */
    static ImmutableList<String> differences(List<FieldExpectation> expected, Packet packet) {
        PacketFields visitor = new PacketFields();
        packet.visit(visitor);
        visitor.number("hopLimit", packet.hopLimit());
        visitor.number("trafficClass", packet.extras().trafficClass());
        visitor.flag("dontFragment", packet.dontFragment());
        visitor.number("optionBytes", packet.extras().options().length());
        ImmutableListMultimap<String, String> actual = visitor.fields.build();
        ImmutableList.Builder<String> differences = ImmutableList.builder();
        for (FieldExpectation field : expected) {
            if (field.field().equals("data")) {
                if (!data(packet).equals(ByteSlice.copyOf(field.value().getBytes(UTF_8)))) {
                    differences.add("data " + text(data(packet)));
                }
            } else if (!actual.containsEntry(field.field(), field.value())) {
                ImmutableList<String> values = actual.get(field.field());
                differences.add(
                        values.isEmpty() ? "no " + field.field() : field.field() + " " + String.join(" and ", values));
            }
        }
        return differences.build();
    }

    private static String text(ByteSlice data) {
        byte[] bytes = data.toByteArray();
        String shown = new String(bytes, 0, Math.min(bytes.length, MOST_SHOWN), UTF_8);
        String rest = bytes.length > MOST_SHOWN ? "… (" + bytes.length + " bytes)" : "";
        return "\"" + shown + "\"" + rest;
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
