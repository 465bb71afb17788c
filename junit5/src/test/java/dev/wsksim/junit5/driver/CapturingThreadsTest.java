package dev.wsksim.junit5.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;
import dev.wsksim.wsk.provider.WskRegistration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that wait in WskCaptureProviderNPI, on a host whose WSK subsystem is ready after 3 s. */
class CapturingThreadsTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final WindowsHost host = simulation.addWindowsHost(
            simulation.host("client", HostAddress.parse("192.0.2.10").orElseThrow()),
            WskProviderCharacteristics.VERSION_1_0,
            SimDuration.ofMillis(3000));
    private final DriverThreads threads = new DriverThreads(simulation, host);
    private final WskRegistration registration = new WskRegistration();
    private final List<String> log = new ArrayList<>();

    CapturingThreadsTest() {
        host.wsk()
                .wskRegister(new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0))), registration);
    }

    @AfterEach
    void close() {
        threads.close();
        assertThat(host.wsk().registrations()).isEmpty();
    }

    @Test
    void bothGoOn_inTheOrderOfTheirCalls_whenTheProviderComes() {
        captures("one", Wsk.WSK_INFINITE_WAIT);
        captures("two", 60_000);
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("3s one: STATUS_SUCCESS", "3s two: STATUS_SUCCESS");
        host.wsk().wskDeregister(registration);
    }

    @Test
    void oneWhoseTimeIsUp_leavesTheOtherWaiting() {
        captures("one", Wsk.WSK_INFINITE_WAIT);
        captures("two", 1000);
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("1s two: STATUS_DEVICE_NOT_READY", "3s one: STATUS_SUCCESS");
        host.wsk().wskDeregister(registration);
    }

    @Test
    void wskDeregister_ofAThird_endsBoth() {
        captures("one", Wsk.WSK_INFINITE_WAIT);
        captures("two", Wsk.WSK_INFINITE_WAIT);
        threads.start("third", () -> {
            host.waits().keDelayExecutionThread(SimDuration.ofMillis(2000).nanos());
            host.wsk().wskDeregister(registration);
            say("deregistered");
        });
        threads.runUntilAllEnd();

        assertThat(log)
                .containsExactly(
                        "2s one: STATUS_DEVICE_NOT_READY", "2s two: STATUS_DEVICE_NOT_READY", "2s third: deregistered");
    }

    /** Starts a thread that captures, says how that ended, and gives back what it has captured. */
    private void captures(String name, long waitTimeout) {
        threads.start(name, () -> {
            NtStatus status = host.wsk().wskCaptureProviderNpi(registration, waitTimeout, new Variable<>());
            say(status.toString());
            if (status.isSuccess()) {
                host.wsk().wskReleaseProviderNpi(registration);
            }
        });
    }

    private void say(String what) {
        log.add(simulation.loop().now() + " " + host.processor().currentThread().name() + ": " + what);
    }
}
