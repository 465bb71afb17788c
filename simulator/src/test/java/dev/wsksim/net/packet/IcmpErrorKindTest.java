package dev.wsksim.net.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of RFC 792, RFC 1122, RFC 1812, RFC 4443 and RFC 7112, written down once more. */
final class IcmpErrorKindTest {

    private static final Packet OFFENDING_4 = echo(IpFamily.IPV4, "192.0.2.10", "192.0.2.20");
    private static final Packet OFFENDING_6 = echo(IpFamily.IPV6, "2001:db8::10", "2001:db8::20");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 3, 0, network unreachable",
        "IPV4, 3, 1, host unreachable",
        "IPV4, 3, 2, protocol unreachable",
        "IPV4, 3, 3, port unreachable",
        "IPV4, 3, 4, packet too big",
        "IPV4, 3, 5, source route failed",
        "IPV4, 3, 6, destination network unknown",
        "IPV4, 3, 7, destination host unknown",
        "IPV4, 3, 8, source host isolated",
        "IPV4, 3, 9, destination network administratively prohibited",
        "IPV4, 3, 10, destination host administratively prohibited",
        "IPV4, 3, 11, network unreachable for type of service",
        "IPV4, 3, 12, host unreachable for type of service",
        "IPV4, 3, 13, administratively prohibited",
        "IPV4, 3, 14, host precedence violation",
        "IPV4, 3, 15, precedence cutoff in effect",
        "IPV4, 11, 0, hop limit exceeded",
        "IPV4, 11, 1, reassembly time exceeded",
        "IPV4, 12, 0, erroneous header field",
        "IPV4, 12, 1, required option missing",
        "IPV4, 12, 2, bad length",
        "IPV6, 1, 0, network unreachable",
        "IPV6, 1, 1, administratively prohibited",
        "IPV6, 1, 2, beyond scope of source address",
        "IPV6, 1, 3, host unreachable",
        "IPV6, 1, 4, port unreachable",
        "IPV6, 1, 5, source address failed policy",
        "IPV6, 1, 6, reject route to destination",
        "IPV6, 2, 0, packet too big",
        "IPV6, 3, 0, hop limit exceeded",
        "IPV6, 3, 1, reassembly time exceeded",
        "IPV6, 4, 0, erroneous header field",
        "IPV6, 4, 1, protocol unreachable",
        "IPV6, 4, 2, unrecognized option",
        "IPV6, 4, 3, incomplete header chain in first fragment",
    })
    void of_numbersOfTheRfcs_isTheKind(IpFamily family, int type, int code, String meaning) {
        IcmpErrorKind kind = IcmpErrorKind.of(family, type, code).orElseThrow();
        assertThat(kind).hasToString(meaning);
        assertThat(kind.type(family)).isEqualTo(type);
        assertThat(kind.code(family)).isEqualTo(code);
    }

    @Test
    void of_everythingElse_isNothing() {
        for (IpFamily family : IpFamily.values()) {
            long known = 0;
            for (int type = 0; type < 256; type++) {
                for (int code = 0; code < 256; code++) {
                    known += IcmpErrorKind.of(family, type, code).isPresent() ? 1 : 0;
                }
            }
            assertThat(known).isEqualTo(family == IpFamily.IPV4 ? 21 : 14);
        }
    }

    @Test
    void type_inTheFamilyThatHasNoSuchError_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IcmpError.about(OFFENDING_6, IcmpErrorKind.SOURCE_ROUTE_FAILED))
                .withMessage("IPv6 has no error 'source route failed'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IcmpErrorKind.BEYOND_SCOPE.type(IpFamily.IPV4))
                .withMessage("IPv4 has no error 'beyond scope of source address'");
    }

    @Test
    void error_parameterWithoutMeaning_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IcmpError(IpFamily.IPV4, IcmpErrorKind.PROTOCOL_UNREACHABLE, 6, OFFENDING_4))
                .withMessage("no error 'protocol unreachable' has the parameter 6");
    }

    @Test
    void about_protocolOfIpv6_pointsToTheNextHeader() {
        assertThat(IcmpError.about(OFFENDING_6, IcmpErrorKind.PROTOCOL_UNREACHABLE)
                        .parameter())
                .isEqualTo(6);
        assertThat(IcmpError.about(OFFENDING_4, IcmpErrorKind.PROTOCOL_UNREACHABLE)
                        .parameter())
                .isZero();
    }

    @Test
    void packetTooBig_describe_tellsTheMtu() {
        assertThat(IcmpError.packetTooBig(OFFENDING_4, 1400)
                        .from(IpAddress.of("192.0.2.1"))
                        .describe())
                .isEqualTo("ICMP 192.0.2.1 > 192.0.2.10 packet too big (MTU 1400) about"
                        + " ICMP 192.0.2.10 > 192.0.2.20 echo request id 1 seq 2 length 0");
    }

    @Test
    void reply_toARequest_bringsEverythingBack() {
        IcmpEcho request = IcmpEcho.request(IpFamily.IPV6, 7, 8, ByteSlice.copyOf((byte) 9));
        assertThat(request.type()).isEqualTo(128);
        assertThat(request.reply()).isEqualTo(new IcmpEcho(IpFamily.IPV6, true, 7, 8, request.data()));
        assertThat(request.reply().type()).isEqualTo(129);
        assertThat(IcmpEcho.type(IpFamily.IPV4, false)).isEqualTo(8);
        assertThat(IcmpEcho.type(IpFamily.IPV4, true)).isZero();
    }

    private static Packet echo(IpFamily family, String source, String destination) {
        return new Packet(
                IpAddress.of(source), IpAddress.of(destination), 128, IcmpEcho.request(family, 1, 2, ByteSlice.EMPTY));
    }
}
