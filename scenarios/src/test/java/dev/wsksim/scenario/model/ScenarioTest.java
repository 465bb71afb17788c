package dev.wsksim.scenario.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.net.InetAddresses;
import dev.wsksim.engine.SimDuration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The model without any file: what a Java program builds and reads. */
class ScenarioTest {
    private static HostSpec host(String name, String address) {
        HostAddress first = new HostAddress(InetAddresses.forString(address), OptionalInt.empty(), SourcePosition.NONE);
        return HostSpec.of(name, ImmutableList.of(first));
    }

    private static CallStep connect() {
        ArgumentValue address = new ArgumentValue.Text("server:445", false, SourcePosition.NONE);
        return new CallStep(
                Optional.of(Reference.to("first")),
                StepTiming.NEXT,
                "WskSocketConnect",
                ImmutableMap.of("RemoteAddress", address),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                IrpUse.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImmutableMap.of(),
                Optional.empty(),
                SourcePosition.NONE);
    }

    @Test
    void builder_withHostsAndSteps_fillsInTheDefaultsOfTheLanguage() {
        Scenario scenario = Scenario.builder("by hand")
                .hosts(ImmutableList.of(host("client", "192.0.2.10"), host("server", "192.0.2.20")))
                .driver(DriverSpec.on(Reference.to("client")))
                .steps(ImmutableList.of(connect()))
                .build();

        assertThat(scenario.displayName()).isEqualTo("by hand");
        assertThat(scenario.family()).isEqualTo(IpFamily.IPV4);
        assertThat(scenario.driver().orElseThrow().npiVersion()).hasToString("1.0");
        assertThat(scenario.driver().orElseThrow().process().token().user()).isEqualTo("S-1-5-18");
        assertThat(scenario.expect()).isEqualTo(Expectations.DEFAULT);
        assertThat(scenario.position()).hasToString("(built by hand)");
        assertThat(scenario.steps()).containsExactly(connect());
    }

    @Test
    void displayName_ofVariant_endsWithItsLabel() {
        Variant variant = new Variant(ImmutableMap.of("family", "ipv6", "loss", "1%"));
        assertThat(Scenario.builder("refused").variant(variant).build().displayName())
                .isEqualTo("refused [family=ipv6, loss=1%]");
    }

    @Test
    void packetPattern_printsAsItIsWritten() {
        assertThat(PacketPattern.tcp(TcpFlag.ACK, TcpFlag.SYN)).hasToString("SYN+ACK");
        assertThat(PacketPattern.icmp(UnreachableCode.HOST)).hasToString("ICMP host");
        assertThatIllegalArgumentException().isThrownBy(PacketPattern::tcp);
    }

    @Test
    void timeExpectation_refusesBoundsInWrongOrder() {
        SimDuration one = SimDuration.ofSeconds(1);
        SimDuration two = SimDuration.ofSeconds(2);
        TimeExpectation between = new TimeExpectation(TimeExpectation.Form.BETWEEN, one, two, SourcePosition.NONE);
        assertThat(between).hasToString("between 1s and 2s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeExpectation(TimeExpectation.Form.BETWEEN, two, one, SourcePosition.NONE));
    }

    @Test
    void values_outOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PortRange(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new PortRange(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new NpiVersion(1, 256));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressPrefix(InetAddresses.forString("192.0.2.0"), 33));
        assertThatIllegalArgumentException().isThrownBy(() -> new SourcePosition("f", -1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusExpectation(ImmutableList.of(), SourcePosition.NONE));
    }
}
