package dev.wsksim.wsk.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CMSGHDR with what follows it: sizes on x64, IN_PKTINFO and IN6_PKTINFO byte by byte. */
class ControlMessageTest {

    @ParameterizedTest
    @CsvSource({"0, 16, 16", "1, 17, 24", "4, 20, 24", "8, 24, 24", "20, 36, 40"})
    void space_countsThePadding(int dataBytes, int length, int space) {
        ControlMessage message = new ControlMessage(0, 0, ImmutableIntArray.copyOf(new int[dataBytes]));
        assertThat(message.cmsgLen()).isEqualTo(length);
        assertThat(message.space()).isEqualTo(space);
        assertThat(ControlMessage.spaceOf(ImmutableList.of(message, message))).isEqualTo(2L * space);
    }

    @Test
    void packetInfo_ipv4_isInPktinfo() {
        ControlMessage message = new PacketInfo(IpAddress.of("192.0.2.10"), 0x0102).toControlMessage();
        assertThat(message.level()).isEqualTo(Ws2def.IPPROTO_IP);
        assertThat(message.type()).isEqualTo(Ws2ipdef.IP_PKTINFO);
        assertThat(message.data().asList()).containsExactly(192, 0, 2, 10, 2, 1, 0, 0);
        assertThat(message.cmsgLen()).isEqualTo(24);
        assertThat(PacketInfo.read(message)).isEqualTo(new PacketInfo(IpAddress.of("192.0.2.10"), 0x0102));
        assertThat(message).hasToString("{IPPROTO_IP IP_PKTINFO: 192.0.2.10 at interface 258}");
    }

    @Test
    void packetInfo_ipv6_isIn6Pktinfo() {
        PacketInfo info = new PacketInfo(IpAddress.of("2001:db8::10"), 2);
        ControlMessage message = info.toControlMessage();
        assertThat(message.level()).isEqualTo(Ws2def.IPPROTO_IPV6);
        assertThat(message.type()).isEqualTo(Ws2ipdef.IPV6_PKTINFO);
        assertThat(message.data().length()).isEqualTo(20);
        assertThat(message.data().subArray(0, 4).asList()).containsExactly(0x20, 0x01, 0x0d, 0xb8);
        assertThat(message.ulongAt(16)).isEqualTo(2);
        assertThat(PacketInfo.read(message)).isEqualTo(info);
    }

    @Test
    void packetInfo_ofAnotherSize_isNone() {
        ControlMessage message =
                new ControlMessage(Ws2def.IPPROTO_IP, Ws2ipdef.IP_PKTINFO, ImmutableIntArray.of(1, 2, 3));
        assertThat(PacketInfo.is(message)).isTrue();
        assertThat(PacketInfo.read(message)).isNull();
        assertThat(message).hasToString("{IPPROTO_IP IP_PKTINFO: 3 bytes}");
    }

    @Test
    void ulong_hasTheLowestByteFirst() {
        ControlMessage message = ControlMessage.ofUlong(Ws2def.IPPROTO_IP, Ws2ipdef.IP_TTL, 0x01020304);
        assertThat(message.data().asList()).containsExactly(4, 3, 2, 1);
        assertThat(message.ulongAt(0)).isEqualTo(0x01020304);
        assertThat(message).hasToString("{IPPROTO_IP IP_TTL: 16909060}");
    }
}
