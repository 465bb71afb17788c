package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.PacketInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads control information as a scenario writes it: a list of objects, each with cmsg_level and cmsg_type, and its data
 * as a number of 32 bits, a list of bytes, or, of IP_PKTINFO and IPV6_PKTINFO, the members of the structure.
 */
final class ControlArguments {

    private static final int MAX_BYTE = 0xFF;

    private final ArgumentReader arguments;

    ControlArguments(ArgumentReader arguments) {
        this.arguments = arguments;
    }

    /** Returns the objects that a value describes; null for NULL. */
    @Nullable
    ImmutableList<ControlMessage> read(ArgumentValue value) throws ArgumentProblemException {
        if (value instanceof ArgumentValue.Null) {
            return null;
        }
        ImmutableList<ArgumentValue> items =
                value instanceof ArgumentValue.Items list ? list.values() : ImmutableList.of(value);
        ImmutableList.Builder<ControlMessage> messages = ImmutableList.builder();
        for (ArgumentValue item : items) {
            messages.add(message(item));
        }
        return messages.build();
    }

    private ControlMessage message(ArgumentValue value) throws ArgumentProblemException {
        if (!(value instanceof ArgumentValue.Fields fields)) {
            throw new ArgumentProblemException(
                    value.position(),
                    "'" + value + "' is no control object",
                    "for example { cmsg_level: IPPROTO_IP, cmsg_type: IP_PKTINFO, ipi_addr: 192.0.2.10 }");
        }
        StructureReader reader = new StructureReader("a control object", fields, arguments)
                .allow("cmsg_level", "cmsg_type", "data", "ipi_addr", "ipi_ifindex", "ipi6_addr", "ipi6_ifindex");
        int level = (int) reader.number("cmsg_level", Ws2def.IPPROTO_IP);
        int type = (int) reader.number("cmsg_type", 0);
        String prefix = level == Ws2def.IPPROTO_IPV6 ? "ipi6_" : "ipi_";
        if (reader.value(prefix + "addr").isPresent()
                || reader.value(prefix + "ifindex").isPresent()) {
            return packetInfo(reader, prefix, level, type, value);
        }
        return new ControlMessage(level, type, data(reader));
    }

    private static ControlMessage packetInfo(
            StructureReader reader, String prefix, int level, int type, ArgumentValue value)
            throws ArgumentProblemException {
        String any = level == Ws2def.IPPROTO_IPV6 ? "::" : "0.0.0.0";
        IpAddress address = IpAddress.parse(reader.word(prefix + "addr", any))
                .orElseThrow(() -> new ArgumentProblemException(
                        value.position(), prefix + "addr is no IP address", "for example 192.0.2.10, without a port"));
        ControlMessage info = new PacketInfo(address, (int) reader.number(prefix + "ifindex", 0)).toControlMessage();
        if (info.level() != level || info.type() != type || reader.value("data").isPresent()) {
            throw new ArgumentProblemException(
                    value.position(),
                    prefix + "addr and " + prefix + "ifindex are members of " + info,
                    "its cmsg_level and cmsg_type are those of IP_PKTINFO or IPV6_PKTINFO, and it has no data");
        }
        return info;
    }

    private ImmutableIntArray data(StructureReader reader) throws ArgumentProblemException {
        ArgumentValue data = reader.value("data").orElse(null);
        if (data == null) {
            return ImmutableIntArray.of();
        }
        if (!(data instanceof ArgumentValue.Items bytes)) {
            return ControlMessage.ofUlong(0, 0, (int) arguments.number("data", data))
                    .data();
        }
        ImmutableIntArray.Builder all = ImmutableIntArray.builder();
        for (ArgumentValue one : bytes.values()) {
            long number = arguments.number("data", one);
            if (number > MAX_BYTE) {
                throw new ArgumentProblemException(one.position(), "a byte is from 0 to 255, not " + number, "");
            }
            all.add((int) number);
        }
        return all.build();
    }
}
