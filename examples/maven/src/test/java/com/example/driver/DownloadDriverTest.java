package com.example.driver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.junit5.Deciding;
import dev.wsksim.junit5.Decisions;
import dev.wsksim.junit5.ExpectViolation;
import dev.wsksim.junit5.SeedSweep;
import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.peer.Act;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.Content;
import dev.wsksim.net.peer.ConversationObserver;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.wsk.provider.WskProviderNpi;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The driver against a server that sends a file, or does not. Each test has a world of its own, and ends with an audit. */
class DownloadDriverTest {

    private static final String FILE = "a file that does not fit into a buffer of eight bytes";

    private final DownloadDriver driver;

    DownloadDriverTest(WindowsHost host, WskProviderNpi npi) {
        driver = new DownloadDriver(host, npi, 8);
    }

    /** Port 80 sends the file; port 81 breaks the connection after the first bytes; nothing listens at port 82. */
    @BeforeEach
    void listen(Simulation simulation, Host server) {
        listen(simulation, server, 80, new Act.Send(Content.text(FILE)), new Act.Close());
        listen(
                simulation,
                server,
                81,
                new Act.Send(Content.text(FILE)),
                new Act.Wait(SimDuration.ofMillis(50)),
                new Act.Reset());
    }

    private static void listen(Simulation simulation, Host server, int port, Act... acts) {
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                port,
                List.of(new ConnectOutcome.Accept(SimDuration.ZERO, null)),
                Behaviour.Conversation.of(ConversationObserver.NONE, ImmutableList.copyOf(acts)));
    }

    @WsksimTest
    void download_givesTheWholeFile(Simulation simulation) {
        driver.start("192.0.2.20:80");
        assertEquals(NtStatus.STATUS_PENDING, driver.outcome());

        simulation.loop().run();

        assertEquals(NtStatus.STATUS_SUCCESS, driver.outcome());
        assertEquals(FILE, new String(driver.received(), US_ASCII));
    }

    @WsksimTest
    void brokenConnection_isToldWithItsStatus(Simulation simulation) {
        driver.start("192.0.2.20:81");
        simulation.loop().run();

        assertEquals(NtStatus.STATUS_CONNECTION_RESET, driver.outcome());
    }

    @WsksimTest
    void nobodyListens_theConnectIsRefused(Simulation simulation) {
        driver.start("192.0.2.20:82");
        simulation.loop().run();

        assertEquals(NtStatus.STATUS_CONNECTION_REFUSED, driver.outcome());
    }

    @WsksimTest
    @dev.wsksim.junit5.Profile(Profile.WINDOWS_7)
    void silentHost_isGivenUpAfter21Seconds(Simulation simulation, Host server) {
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                83,
                List.of(new ConnectOutcome.Ignore(ConnectOutcome.ALL)),
                new Behaviour.Discard());
        driver.start("192.0.2.20:83");
        simulation.loop().run();

        assertEquals(NtStatus.STATUS_IO_TIMEOUT, driver.outcome());
        assertEquals("21s", simulation.loop().now().toString());
    }

    /** All that the documentation leaves open, in a hundred ways. */
    @SeedSweep(100)
    @Decisions(Deciding.SEEDED)
    void howeverCallsAreCompleted_theFileArrives(Simulation simulation) {
        driver.start("192.0.2.20:80");
        simulation.loop().run();

        assertEquals(FILE, new String(driver.received(), US_ASCII));
    }

    /** A mistake that is made on purpose: the driver frees its IRP only at the end of a download. */
    @WsksimTest
    @ExpectViolation("WSK-IRP-017")
    void driverThatIsNeverStarted_leaksItsIrp() {
        assertEquals(NtStatus.STATUS_PENDING, driver.outcome());
    }
}
