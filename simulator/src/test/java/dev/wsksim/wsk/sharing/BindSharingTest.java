package dev.wsksim.wsk.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.kernel.se.AccessToken;
import dev.wsksim.kernel.se.ImpersonationLevel;
import dev.wsksim.kernel.se.Sid;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.call.SocketBound;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.junit.jupiter.api.Test;

/** Who is asked and who is let in when a local address is shared, and what becomes of addresses. */
class BindSharingTest {

    private static final Sid ALICE = Sid.parse("S-1-5-21-1-2-3-1001");
    private static final Sid BOB = Sid.parse("S-1-5-21-1-2-3-1002");
    private static final String FOR_ALICE = "D:(A;;GA;;;S-1-5-21-1-2-3-1001)";
    private static final String WILDCARD = "0.0.0.0:5000";
    private static final String SPECIFIC = "192.0.2.10:5000";

    @Test
    void check_owningProcessDecides() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            assertThat(bindAs(world, process(world, ALICE), null)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(lastReason(world)).contains("(A;;GA;;;S-1-5-21-1-2-3-1001)");
        });
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            assertThat(bindAs(world, process(world, BOB), null)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        });
    }

    @Test
    void check_impersonationTokenOfOwningThreadCountsInsteadOfTheProcess() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            EProcess bob = process(world, BOB);
            EThread thread = world.client.processes().createThread(bob, "worker");
            thread.impersonate(AccessToken.ofUser(ALICE));
            assertThat(bindAs(world, bob, thread)).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            EProcess alice = process(world, ALICE);
            EThread thread = world.client.processes().createThread(alice, "worker");
            thread.impersonate(AccessToken.ofUser(BOB));
            assertThat(bindAs(world, alice, thread)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        });
    }

    @Test
    void check_impersonationAtIdentificationLevel_isDenied() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            EThread thread = world.client.processes().createThread(process(world, BOB), "worker");
            thread.impersonate(AccessToken.ofUser(ALICE).impersonatedAt(ImpersonationLevel.SECURITY_IDENTIFICATION));
            assertThat(bindAs(world, null, thread)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        });
    }

    @Test
    void check_owningThreadThatDoesNotImpersonate_itsProcessCounts() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            EThread thread = world.client.processes().createThread(process(world, ALICE), "worker");
            assertThat(bindAs(world, null, thread)).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void check_tokenIsTakenAtTheBindNotAtCreation() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            EThread thread = world.client.processes().createThread(process(world, BOB), "worker");
            ConnectionSocket socket = world.sockets()
                    .create(Ws2def.AF_INET, null, thread, null)
                    .await()
                    .socket();
            thread.impersonate(AccessToken.ofUser(ALICE));
            assertThat(world.sockets().bind(socket, SPECIFIC).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void check_descriptorSetBySoWskSecurity_replacesTheOneOfCreation() {
        WskWorld.play(world -> {
            ConnectionSocket first = world.sockets()
                    .create(Ws2def.AF_INET, null, null, world.sockets().cache("D:"))
                    .await()
                    .socket();
            CachedSecurityDescriptor forAlice = world.sockets().cache(FOR_ALICE);
            assertThat(world.sockets().setSecurity(first, forAlice).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            world.sockets().bind(first, WILDCARD).await();
            assertThat(world.sockets().release(forAlice)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(bindAs(world, process(world, ALICE), null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void check_nullDaclLetsEveryoneInAndEmptyDaclNobody() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache("D:NO_ACCESS_CONTROL"));
            assertThat(bindAs(world, process(world, BOB), null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache("D:"));
            assertThat(bindAs(world, null, null)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        });
    }

    @Test
    void check_defaultDescriptor_deniesEvenLocalSystem() {
        WskWorld.play(world -> {
            holdWildcard(world, null);
            assertThat(bindAs(world, null, null)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        });
    }

    @Test
    void check_throughWskSocketConnect_bindStageFails() {
        WskWorld.play(world -> {
            holdWildcard(world, world.sockets().cache(FOR_ALICE));
            assertThat(world.connect()
                            .local(SPECIFIC)
                            .owner(process(world, BOB), null)
                            .call()
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
            assertThat(world.connect()
                            .local(SPECIFIC)
                            .owner(process(world, ALICE), null)
                            .call()
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void bind_differentSpecificAddresses_neverConflict() {
        WskWorld.play(world -> {
            for (int option : new int[] {0, Ws2def.SO_REUSEADDR, Ws2def.SO_EXCLUSIVEADDRUSE}) {
                int port = 6000 + Math.abs(option);
                ConnectionSocket first = withOption(world, option);
                ConnectionSocket second = withOption(world, option);
                assertThat(world.sockets()
                                .bind(first, "192.0.2.10:" + port)
                                .await()
                                .status())
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(world.sockets()
                                .bind(second, "192.0.2.11:" + port)
                                .await()
                                .status())
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
            }
        });
    }

    @Test
    void bind_familiesHaveTheirOwnPorts() {
        WskWorld.play(world -> {
            assertThat(world.sockets()
                            .bind(world.sockets().made(Ws2def.AF_INET), WILDCARD)
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.sockets()
                            .bind(world.sockets().made(Ws2def.AF_INET6), "[::]:5000")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void bind_severalHolders_allMustLetItPass() {
        WskWorld.play(world -> {
            ConnectionSocket specific = world.sockets().made(Ws2def.AF_INET);
            world.sockets().bind(specific, "192.0.2.11:5000").await();
            holdWildcard(world, world.sockets().cache("D:(A;;GA;;;WD)"));
            assertThat(bindAs(world, null, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(lastReason(world))
                    .contains("socket 1 holds")
                    .contains("over socket 2")
                    .contains("CHECK");
            ConnectionSocket again = world.sockets().made(Ws2def.AF_INET);
            assertThat(world.sockets().bind(again, "192.0.2.11:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        });
    }

    @Test
    void bind_addressOfAClosedSocket_canBeBoundAgain() {
        WskWorld.play(world -> {
            for (int i = 0; i < 3; i++) {
                ConnectionSocket socket = withOption(world, Ws2def.SO_EXCLUSIVEADDRUSE);
                assertThat(world.sockets().bind(socket, WILDCARD).await().status())
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                world.sockets().close(socket).await();
            }
        });
    }

    @Test
    void bind_middleOfSeveralHoldersCloses_othersStayJudged() {
        WskWorld.play(world -> {
            ConnectionSocket a = withOption(world, Ws2def.SO_REUSEADDR);
            ConnectionSocket b = withOption(world, Ws2def.SO_REUSEADDR);
            ConnectionSocket c = withOption(world, Ws2def.SO_REUSEADDR);
            for (ConnectionSocket socket : new ConnectionSocket[] {a, b, c}) {
                assertThat(world.sockets().bind(socket, SPECIFIC).await().status())
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
            }
            world.sockets().close(b).await();
            assertThat(world.client.sockets().addressesOf(Ws2def.AF_INET).bindingsOf(5000))
                    .hasSize(2);
            assertThat(bindAs(world, null, null)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
            world.sockets().close(a).await();
            world.sockets().close(c).await();
            assertThat(bindAs(world, null, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void bind_portZero_drawsFreePortsUntilNoneIsLeft() {
        WorldSetup fourPorts = WorldSetup.PLAIN.client(host -> host.withEphemeralPorts(50_000, 50_003));
        WskWorld.play(fourPorts, world -> {
            world.sockets()
                    .bind(world.sockets().made(Ws2def.AF_INET), "192.0.2.11:50001")
                    .await();
            for (int port : new int[] {50_000, 50_002, 50_003}) {
                ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
                assertThat(world.sockets().bind(socket, "0.0.0.0:0").await().status())
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(socket.local().port()).isEqualTo(port);
            }
            ConnectionSocket late = world.sockets().made(Ws2def.AF_INET);
            assertThat(world.sockets().bind(late, "0.0.0.0:0").await().status())
                    .isEqualTo(NtStatus.STATUS_TOO_MANY_ADDRESSES);
            assertThat(world.connect().call().await().status()).isEqualTo(NtStatus.STATUS_TOO_MANY_ADDRESSES);
            assertThat(world.connect().ipv6().call().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void bind_bothOptionsSet_exclusiveWins() {
        WskWorld.play(world -> {
            ConnectionSocket socket = withOption(world, Ws2def.SO_REUSEADDR);
            world.sockets().setOption(socket, Ws2def.SO_EXCLUSIVEADDRUSE, 1).await();
            world.sockets().bind(socket, WILDCARD).await();
            assertThat(world.sockets()
                            .bind(withOption(world, Ws2def.SO_REUSEADDR), WILDCARD)
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        });
    }

    private static void holdWildcard(WskWorld world, SecurityDescriptorPointer descriptor) {
        ConnectionSocket first = world.sockets()
                .create(Ws2def.AF_INET, null, null, descriptor)
                .await()
                .socket();
        assertThat(world.sockets().bind(first, WILDCARD).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static NtStatus bindAs(WskWorld world, EProcess process, EThread thread) {
        ConnectionSocket second = world.sockets()
                .create(Ws2def.AF_INET, process, thread, null)
                .await()
                .socket();
        return world.sockets().bind(second, SPECIFIC).await().status();
    }

    private static ConnectionSocket withOption(WskWorld world, int option) {
        ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
        if (option != 0) {
            world.sockets().setOption(socket, option, 1).await();
        }
        return socket;
    }

    private static EProcess process(WskWorld world, Sid user) {
        return world.client.processes().createProcess("app.exe", AccessToken.ofUser(user));
    }

    private static String lastReason(WskWorld world) {
        var decisions = world.records(SocketBound.class);
        return decisions.get(decisions.size() - 1).reason();
    }
}
