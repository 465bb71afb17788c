package dev.wsksim.net.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.ip.Fragmenter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpExtrasTest {

    private static ByteSlice bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return ByteSlice.copyOf(bytes);
    }

    private static Packet packet(IpExtras extras, PacketPayload payload) {
        return new Packet(IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.20"), 128, payload, extras);
    }

    private static UdpDatagram udp(int length) {
        return UdpDatagram.of(1, 2, ByteSlice.of(new byte[length], 0, length));
    }

    @Test
    void of_nothingUnusual_isNone() {
        assertThat(IpExtras.of(0, Fragmentation.USUAL, ByteSlice.EMPTY)).isSameAs(IpExtras.NONE);
    }

    @Test
    void of_whatNoHeaderHolds_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> IpExtras.of(256, Fragmentation.USUAL, ByteSlice.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> IpExtras.of(0, Fragmentation.USUAL, bytes(1, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"USUAL, false", "FORBIDDEN, true", "ALLOWED, false"})
    void dontFragment_ofUdpOverIpv4_isAsTheExtrasSay(Fragmentation fragmentation, boolean expected) {
        assertThat(packet(IpExtras.of(0, fragmentation, ByteSlice.EMPTY), udp(1))
                        .dontFragment())
                .isEqualTo(expected);
    }

    @Test
    void fragments_haveTheClassOfThePacket_andTheOptionsThatAreToBeCopied() {
        IpExtras extras = IpExtras.of(184, Fragmentation.ALLOWED, bytes(1, 0x82, 4, 7, 9, 0x1E, 2, 0));
        List<Packet> pieces = Fragmenter.cut(packet(extras, udp(1000)), 5, 600);

        assertThat(pieces).hasSize(2);
        assertThat(pieces).allMatch(piece -> piece.extras().trafficClass() == 184 && !piece.dontFragment());
        assertThat(pieces.get(0).extras().options()).isEqualTo(extras.options());
        assertThat(pieces.get(1).extras().options()).isEqualTo(bytes(0x82, 4, 7, 9));
        assertThat(pieces.get(0).wireBytes()).isLessThanOrEqualTo(600);
    }

    @Test
    void padded_endsWithAWholeWord() {
        assertThat(IpOptions.padded(bytes(1, 0x94, 4, 0, 0))).isEqualTo(bytes(1, 0x94, 4, 0, 0, 0, 0, 0));
        assertThat(IpOptions.padded(ByteSlice.EMPTY)).isEqualTo(ByteSlice.EMPTY);
    }

    @Test
    void fault_optionBeyondTheHeader_isTold() {
        assertThat(IpOptions.fault(bytes(0x94, 4, 0, 0))).isEmpty();
        assertThat(IpOptions.fault(bytes(0x94))).isPresent();
        assertThat(IpOptions.fault(bytes(0x94, 1, 0, 0))).isPresent();
        assertThat(IpOptions.fault(ByteSlice.of(new byte[44], 0, 44))).isPresent();
        assertThat(IpOptions.notPlayed(bytes(1, 7, 3, 4))).contains("Record Route");
    }
}
