package dev.wsksim.net.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServicesFileTest {

    private static final ServicesFile DEFAULT = ServicesFile.parse(DefaultNameFiles.SERVICES);

    @ParameterizedTest
    @CsvSource({
        "echo, 7, TCP",
        "echo, 7, UDP",
        "discard, 9, TCP",
        "domain, 53, UDP",
        "http, 80, TCP",
        "https, 443, TCP",
        "microsoft-ds, 445, TCP",
        "biff, 512, UDP",
        "exec, 512, TCP"
    })
    void installedFile_knowsBothWays(String name, int port, ServiceProtocol protocol) {
        assertThat(DEFAULT.portOf(name, protocol)).hasValue(port);
        assertThat(DEFAULT.nameOf(port, protocol)).contains(name);
    }

    @Test
    void installedFile_everyLineIsAService() {
        long written = DefaultNameFiles.SERVICES
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
        long known = DefaultNameFiles.SERVICES
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> ServicesFile.parse(line)
                                .portOf(line.split(" ")[0], ServiceProtocol.TCP)
                                .isPresent()
                        || ServicesFile.parse(line)
                                .portOf(line.split(" ")[0], ServiceProtocol.UDP)
                                .isPresent())
                .count();
        assertThat(known).isEqualTo(written).isGreaterThan(40);
    }

    @Test
    void portOf_aliasAndCase() {
        assertThat(DEFAULT.portOf("www", ServiceProtocol.TCP)).hasValue(80);
        assertThat(DEFAULT.portOf("HTTP", ServiceProtocol.TCP)).isEqualTo(OptionalInt.empty());
        assertThat(DEFAULT.portOf("http", ServiceProtocol.UDP)).isEqualTo(OptionalInt.empty());
        assertThat(DEFAULT.nameOf(80, ServiceProtocol.UDP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x 1",
                "x tcp",
                "x /tcp",
                "x 1/",
                "x 0/tcp",
                "x 65536/tcp",
                "x -1/tcp",
                "x 1/sctp",
                "1/tcp",
                "# x 1/tcp"
            })
    void parse_lineOfAnotherForm_isPassedOver(String line) {
        ServicesFile file = ServicesFile.parse(line + "\ny 2/tcp");
        assertThat(file.portOf("x", ServiceProtocol.TCP)).isEqualTo(OptionalInt.empty());
        assertThat(file.portOf("y", ServiceProtocol.TCP)).hasValue(2);
    }
}
