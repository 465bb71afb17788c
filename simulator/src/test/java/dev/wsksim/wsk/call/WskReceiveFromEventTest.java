package dev.wsksim.wsk.call;

import static dev.wsksim.testing.DatagramCalls.fromServer;
import static dev.wsksim.testing.DatagramCalls.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskReceiveFromEvent;
import dev.wsksim.wsk.flag.ReceiveFromEventFlags;
import dev.wsksim.wsk.socket.DatagramDiscarded;
import dev.wsksim.wsk.socket.DatagramErrorArrived;
import dev.wsksim.wsk.socket.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WskReceiveFromEvent and WskRelease, with what a plain endpoint of the server sends. */
class WskReceiveFromEventTest {

    private static final String SERVER = "192.0.2.20:7";
    private static final String OWN = "192.0.2.10:5000";

    /** A driver's callback that notes what it is given and returns what it is told to. */
    private static final class Driver implements WskReceiveFromEvent {

        private final List<String> heard = new ArrayList<>();
        private final List<WskDatagramIndication> lists = new ArrayList<>();
        private NtStatus answer = NtStatus.STATUS_SUCCESS;
        private Runnable inside = () -> {};

        @Override
        public NtStatus receiveFromEvent(Object context, ReceiveFromEventFlags flags, WskDatagramIndication list) {
            assertThat(context).isEqualTo("context");
            StringBuilder text = new StringBuilder(flags.toString());
            for (WskDatagramIndication entry = list; entry != null; entry = entry.next()) {
                text.append(" | ")
                        .append(entry.buffer().mdl() == null ? "NULL MDL" : text(entry.buffer()))
                        .append(" from ")
                        .append(entry.remoteAddress());
            }
            heard.add(list == null ? flags + " | NULL" : text.toString());
            lists.add(list);
            inside.run();
            return answer;
        }

        private static String text(WskBuf buffer) {
            return new String(buffer.toBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static final String AT_DISPATCH = "WSK_FLAG_AT_DISPATCH_LEVEL";

    @Test
    void event_enabled_isGivenWhatComesAndWhatWaited() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            fromServer(server, "early", OWN);
            world.run();
            assertThat(driver.heard).as("off by default").isEmpty();
            assertThat(calls.enable(socket)).isEqualTo(NtStatus.STATUS_SUCCESS);
            world.run();
            fromServer(server, "late", OWN);
            fromServer(server, "", OWN);
            world.run();
            assertThat(driver.heard)
                    .containsExactly(
                            AT_DISPATCH + " | early from " + SERVER,
                            AT_DISPATCH + " | late from " + SERVER + " | NULL MDL from " + SERVER);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-that-wait", "one"})
    void event_severalWait_areInOneListOrInSeveral(String option) {
        WskWorld.play(WorldSetup.PLAIN.decide("event.datagram-list", option), world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            server.setBroadcastAllowed(true);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            fromServer(server, "a", OWN);
            fromServer(server, "b", OWN);
            fromServer(server, "all", "192.0.2.255:5000");
            world.run();
            calls.enable(socket);
            world.run();
            String a = " | a from " + SERVER;
            String b = " | b from " + SERVER;
            String all = AT_DISPATCH + " | MSG_BCAST | all from " + SERVER;
            if (option.equals("one")) {
                assertThat(driver.heard).containsExactly(AT_DISPATCH + a, AT_DISPATCH + b, all);
            } else {
                assertThat(driver.heard).containsExactly(AT_DISPATCH + a + b, all);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-mdl", "offset-in-first-mdl", "mdl-chain"})
    void event_anyShape_hasTheSameBytes(String shape) {
        WskWorld.play(WorldSetup.PLAIN.decide("event.datagram-shape", shape), world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_PENDING;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            calls.enable(socket);
            fromServer(server, "x", OWN);
            fromServer(server, "many bytes", OWN);
            world.run();
            assertThat(driver.heard)
                    .containsExactly(AT_DISPATCH + " | x from " + SERVER + " | many bytes from " + SERVER);
            WskBuf buffer = driver.lists.get(0).next().buffer();
            assertThat(buffer.offset() > 0).isEqualTo(shape.equals("offset-in-first-mdl"));
            assertThat(buffer.mdl().next() != null).isEqualTo(!shape.equals("one-mdl"));
            driver.lists.forEach(
                    list -> assertThat(table(socket).wskRelease(socket, list)).isEqualTo(NtStatus.STATUS_SUCCESS));
        });
    }

    @Test
    void event_receivePending_theRequestWins() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            calls.enable(socket);
            RecordedCall call = calls.receive(socket, calls.room(8));
            fromServer(server, "first", OWN);
            fromServer(server, "second", OWN);
            world.run();
            assertThat(call.information()).isEqualTo(5);
            assertThat(driver.heard).containsExactly(AT_DISPATCH + " | second from " + SERVER);
        });
    }

    @Test
    void event_notAccepted_isDisabledAndTheDatagramsComeFirstLater() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            calls.enable(socket);
            fromServer(server, "refused", OWN);
            world.run();
            fromServer(server, "next", OWN);
            world.run();
            assertThat(driver.heard).hasSize(1);
            assertThat(socket.isEnabled(EventFlag.WSK_EVENT_RECEIVE_FROM)).isFalse();
            driver.answer = NtStatus.STATUS_SUCCESS;
            calls.enable(socket);
            world.run();
            assertThat(driver.heard)
                    .last()
                    .isEqualTo(AT_DISPATCH + " | refused from " + SERVER + " | next from " + SERVER);
        });
    }

    @Test
    void event_staticAndNotAccepted_staysEnabledAndTheDatagramsAreLost() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            socket.events().enableForGood(EventFlag.WSK_EVENT_RECEIVE_FROM.bit());
            fromServer(server, "refused", OWN);
            world.run();
            driver.answer = NtStatus.STATUS_SUCCESS;
            fromServer(server, "next", OWN);
            world.run();
            assertThat(driver.heard).last().isEqualTo(AT_DISPATCH + " | next from " + SERVER);
            assertThat(world.records(DatagramDiscarded.class)).hasSize(1);
        });
    }

    @Test
    void event_deadSocket_isCalledWithNull() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            calls.enable(socket);
            socket.die();
            world.run();
            assertThat(driver.heard).containsExactly(AT_DISPATCH + " | NULL");
        });
    }

    /** The status of a list's middle and of another socket's list is an assumption, OQ-76. */
    @Test
    void release_wholeList_onceOnly() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_PENDING;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            DatagramSocket other = calls.bound("0.0.0.0:5001");
            fromServer(server, "a", OWN);
            fromServer(server, "b", OWN);
            world.run();
            calls.enable(socket);
            world.run();
            WskDatagramIndication list = driver.lists.get(0);
            WskDatagramIndication second = list.next();
            assertThat(socket.retainedCount()).isEqualTo(1);
            assertThat(table(socket).wskRelease(socket, second))
                    .as("the middle of a list")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(table(other).wskRelease(other, list))
                    .as("another socket")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(table(socket).wskRelease(socket, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(table(socket).wskRelease(socket, list)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThatThrownBy(second::buffer).isInstanceOf(SimulatedBugCheck.class);
            assertThat(table(socket).wskRelease(socket, list))
                    .as("a second time")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(socket.retainedCount()).isZero();
        });
    }

    @Test
    void release_entriesCutApart_eachByItselfInAnyOrder() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_PENDING;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            for (String text : List.of("a", "b", "c")) {
                fromServer(server, text, OWN);
            }
            world.run();
            calls.enable(socket);
            world.run();
            List<WskDatagramIndication> entries = new ArrayList<>();
            for (WskDatagramIndication entry = driver.lists.get(0); entry != null; entry = entry.next()) {
                entries.add(entry);
            }
            entries.forEach(entry -> entry.setNext(null));
            assertThat(socket.retainedCount()).isEqualTo(3);
            for (int i : new int[] {2, 0, 1}) {
                assertThat(table(socket).wskRelease(socket, entries.get(i))).isEqualTo(NtStatus.STATUS_SUCCESS);
            }
            assertThat(socket.retainedCount()).isZero();
        });
    }

    @Test
    void event_notAccepted_aRequestThatCameMeanwhileIsGivenTheDatagrams() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_DATA_NOT_ACCEPTED;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            for (String text : List.of("first", "2nd", "third")) {
                fromServer(server, text, OWN);
            }
            world.run();
            List<RecordedCall> requests = new ArrayList<>();
            List<WskBuf> rooms = new ArrayList<>();
            driver.inside = () -> {
                for (int i = 0; i < 2; i++) {
                    rooms.add(calls.room(8));
                    requests.add(calls.receive(socket, rooms.get(i)));
                }
            };
            calls.enable(socket);
            world.run();
            assertThat(requests.get(0).information()).isEqualTo(5);
            assertThat(DatagramCalls.text(rooms.get(0), 5)).isEqualTo("first");
            assertThat(DatagramCalls.text(rooms.get(1), requests.get(1).information()))
                    .isEqualTo("2nd");
            WskBuf room = calls.room(8);
            assertThat(calls.receive(socket, room).await().information()).isEqualTo(5);
            assertThat(DatagramCalls.text(room, 5)).isEqualTo("third");
        });
    }

    @Test
    void event_accepted_aRequestThatCameMeanwhileWaitsForTheNext() {
        WskWorld.play(WorldSetup.PLAIN.decide("event.datagram-list", "one"), world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            fromServer(server, "a", OWN);
            fromServer(server, "bb", OWN);
            world.run();
            List<RecordedCall> requests = new ArrayList<>();
            driver.inside = () -> requests.add(calls.receive(socket, calls.room(8)));
            calls.enable(socket);
            world.run();
            assertThat(driver.heard).hasSize(1);
            assertThat(requests.get(0).information()).isEqualTo(2);
        });
    }

    @Test
    void event_cutsTheListInsideTheCallback_andKeepsAllOfIt() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            driver.answer = NtStatus.STATUS_PENDING;
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            fromServer(server, "a", OWN);
            fromServer(server, "b", OWN);
            world.run();
            List<WskDatagramIndication> parts = new ArrayList<>();
            driver.inside = () -> {
                parts.add(driver.lists.get(0));
                parts.add(parts.get(0).next());
                parts.get(0).setNext(null);
            };
            calls.enable(socket);
            world.run();
            assertThat(socket.retainedCount()).isEqualTo(2);
            for (WskDatagramIndication part : parts) {
                assertThat(table(socket).wskRelease(socket, part)).isEqualTo(NtStatus.STATUS_SUCCESS);
            }
        });
    }

    @Test
    void event_linksTheListToARing_providerStillTakesItAllBack() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            UdpEndpoint server = calls.server(SERVER, UdpUser.FETCHING);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            fromServer(server, "a", OWN);
            fromServer(server, "b", OWN);
            world.run();
            List<Mdl> mdls = new ArrayList<>();
            driver.inside = () -> {
                WskDatagramIndication first = driver.lists.get(0);
                mdls.add(first.buffer().mdl());
                mdls.add(first.next().buffer().mdl());
                first.next().setNext(first);
            };
            calls.enable(socket);
            world.run();
            assertThat(mdls).hasSize(2).allMatch(mdl -> mdl.block().isFreed());
            driver.answer = NtStatus.STATUS_PENDING;
            driver.lists.clear();
            fromServer(server, "c", OWN);
            driver.inside = () -> driver.lists.get(0).setNext(driver.lists.get(0));
            world.run();
            assertThat(socket.retainedCount()).isEqualTo(1);
            assertThat(table(socket).wskRelease(socket, driver.lists.get(0)))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            driver.lists.get(0).setNext(null);
            assertThat(table(socket).wskRelease(socket, driver.lists.get(0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void error_isRecorded_failsOneRequestOrNobody() {
        WskWorld.play(world -> {
            Driver driver = new Driver();
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = calls.bound("0.0.0.0:5000", driver);
            calls.send(socket, "x", "192.0.2.20:99");
            world.run();
            assertThat(world.records(DatagramErrorArrived.class))
                    .extracting(DatagramErrorArrived::whatFollows)
                    .containsExactly("it waits for the next WskReceiveFrom");
            assertThat(calls.receive(socket, calls.room(8)).await().status())
                    .isEqualTo(NtStatus.STATUS_PORT_UNREACHABLE);
            RecordedCall waiting = calls.receive(socket, calls.room(8));
            calls.send(socket, "x", "192.0.2.20:99");
            waiting.await();
            assertThat(waiting.status()).isEqualTo(NtStatus.STATUS_PORT_UNREACHABLE);
            calls.enable(socket);
            calls.send(socket, "x", "192.0.2.20:99");
            world.run();
            assertThat(driver.heard).isEmpty();
            assertThat(world.records(DatagramErrorArrived.class))
                    .last()
                    .satisfies(error -> assertThat(error.whatFollows()).contains("cannot tell"));
        });
    }
}
