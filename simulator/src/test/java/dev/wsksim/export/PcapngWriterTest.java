package dev.wsksim.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.BaseEncoding;
import dev.wsksim.net.address.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A capture of three packets, byte for byte, and several captures in one file. */
final class PcapngWriterTest {

    /** Put together apart from the writer; behind two spaces stands what the bytes are. */
    private static final String THREE_PACKETS = """
            0a0d0d0a00000058  section header
            1a2b3c4d00010000  byte order, version 1.0
            ffffffffffffffff  section length unknown
            000100267669727475616c2074696d65203020697320323030302d30312d3031  comment
            5430303a30303a30305a0000
            0004000677736b73696d0000  application
            00000000  end of options
            00000058  length again
            0000000100000058  interface description
            0065000000000000  raw IP, no limit
            00020006636c69656e740000  name
            000300267061636b657473207468617420636c69656e742073656e647320616e  description
            642072656365697665730000
            0009000109000000  nanoseconds
            00000000  end of options
            00000058  length again
            000000040000003c  name resolution
            0001000bc000020a636c69656e740000  192.0.2.10
            0002001720010db8000000000000000000000010636c69656e740000  2001:db8::10
            00000000  end of records
            0000003c  length again
            00000006000000bc  packet 1
            00000000  interface
            0d234ccf52430000  time
            0000003400000034  lengths
            4500003400014000800676a4c000020ac0000214  IPv4
            c00001bd00000064000000008002ffff28d00000020405b40103030801010402  TCP
            0001004b656e74727920320a616674657220656e74727920313a2057736b536f  comment
            636b6574436f6e6e65637428292063616c6c656420617420504153534956455f
            4c4556454c2062792053797374656d00
            0002000400000002  direction
            000500080000000000000001  packet number
            00000000  end of options
            000000bc  length again
            00000006000000e8  packet 2
            00000000  interface
            0d234ccf52618481  time
            0000003400000034  lengths
            4500003400024000800676a3c0000214c000020a  IPv4
            01bdc000000001f4000000658012ffff26cb0000020405b40103030801010402  TCP
            00010077656e74727920350a7468656e20656e74727920373a20495250203120  comment
            636f6d706c657465642062792057736b536f636b6574436f6e6e6563743a2053
            54415455535f535543434553532c20496e666f726d6174696f6e20302c206174
            2044495350415443485f4c4556454c3b206e6f20726f7574696e6500
            0002000400000001  direction
            000500080000000000000002  packet number
            00000000  end of options
            000000e8  length again
            000000060000006c  packet 3
            00000000  interface
            0d234ccf52618481  time
            0000002800000028  lengths
            4500002800034000800676aec000020ac0000214  IPv4
            c00001bd00000065000001f55010ffff679e0000  TCP
            00010007656e747279203600  comment
            0002000400000002  direction
            000500080000000000000003  packet number
            00000000  end of options
            0000006c  length again
            """;

    private static final HostNames NAMES = new HostNames(ImmutableMap.of(
            IpAddress.of("192.0.2.10"), "client",
            IpAddress.of("2001:db8::10"), "client"));

    @Test
    void write_threePackets_isByteForByteAsLaidOut() throws IOException {
        Capture capture = Capture.of(HandmadeTrace.ofConnect().entries(), CapturePoint.atHost("client"));

        assertThat(BaseEncoding.base16().lowerCase().encode(write(NAMES, capture)))
                .isEqualTo(hexOf(THREE_PACKETS));
    }

    @Test
    void write_twoCaptures_hasAnInterfaceForEachAndThePacketsInOrder() throws IOException {
        HandmadeTrace trace = HandmadeTrace.ofConnect();
        byte[] file = write(
                new HostNames(ImmutableMap.of()),
                Capture.of(trace.entries(), CapturePoint.atHost("client")),
                Capture.of(trace.entries(), CapturePoint.onLink("client", "server")),
                Capture.of(trace.entries(), CapturePoint.atHost("server")));

        List<PcapngBlocks.Block> blocks = PcapngBlocks.in(file);

        assertThat(blocks)
                .extracting(PcapngBlocks.Block::type)
                .containsExactly(0x0A0D0D0A, 1, 1, 1, 6, 6, 6, 6, 6, 6, 6, 6);
        assertThat(blocks)
                .filteredOn(block -> block.type() == 6)
                .extracting(block -> block.body().getInt(0))
                .containsExactly(0, 1, 2, 1, 2, 0, 0, 1);
    }

    @Test
    void write_nameLongerThanAnOption_isRefused() {
        Capture capture = Capture.of(HandmadeTrace.ofConnect().entries(), CapturePoint.atHost("x".repeat(70_000)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(NAMES, capture))
                .withMessage("an option has up to 65535 bytes, but this one has 70000");
    }

    private static byte[] write(HostNames names, Capture... captures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PcapngWriter(names).write(List.of(captures), bytes);
        return bytes.toByteArray();
    }

    private static String hexOf(String annotated) {
        return annotated.lines().map(line -> line.replaceFirst("  .*", "")).collect(Collectors.joining());
    }
}
