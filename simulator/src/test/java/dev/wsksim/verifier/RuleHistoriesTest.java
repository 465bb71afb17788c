package dev.wsksim.verifier;

import static dev.wsksim.verifier.RuleHistoriesTest.CallRecord.called;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.kernel.mm.MemoryMisused;
import dev.wsksim.kernel.ps.ImpersonationBegan;
import dev.wsksim.kernel.ps.ImpersonationEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.DescriptorPointerKind;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.event.EarlyAnswer;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.name.AddressListEvent;
import dev.wsksim.wsk.name.AddressListMisused;
import dev.wsksim.wsk.name.NameBufferTooSmall;
import dev.wsksim.wsk.socket.IndicationsLost;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.SocketTriple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every rule about names, data, events, listening, datagrams and control operations: a short history that breaks it is
 * caught in its name and in no other, and one that is nearly the same and correct is not.
 */
final class RuleHistoriesTest {

    private static final List<String> THEMES =
            List.of("WSK-NAME", "WSK-DATA", "WSK-EVENT", "WSK-LISTEN", "WSK-DGRAM", "WSK-CONTROL", "WSK-MEM");

    /** Two histories: what breaks the rule, how often, and what does not. */
    record Histories(String rule, int times, List<TraceRecord> broken, List<TraceRecord> fine) {

        @Override
        public String toString() {
            return rule + ": " + broken.get(broken.size() - 1).describe();
        }
    }

    /** A call as the trace tells it. */
    static final class CallRecord {

        private final WskFunction function;
        private final Map<String, String> arguments = new LinkedHashMap<>();
        private long irp = 1;
        private int socket;
        private SocketState state;
        private SocketTriple transport;
        private int hidden;
        private int missing;

        private CallRecord(WskFunction function) {
            this.function = function;
        }

        static CallRecord called(WskFunction function) {
            return new CallRecord(function);
        }

        CallRecord on(int number, SocketState itsState) {
            socket = number;
            state = itsState;
            return this;
        }

        CallRecord over(int socketType, int protocol) {
            transport = new SocketTriple(Ws2def.AF_INET, socketType, protocol);
            return this;
        }

        CallRecord onSocketWithout(EventFlag event) {
            hidden = event.bit();
            return this;
        }

        CallRecord withoutCallback(EventFlag event) {
            missing = event.bit();
            return this;
        }

        CallRecord with(String name, String value) {
            arguments.put(name, value);
            return this;
        }

        CallRecord irp(long number) {
            irp = number;
            return this;
        }

        TraceRecord record() {
            return new WskCallEntered(
                    function,
                    function.takesIrp() ? irp : 0,
                    "System",
                    Irql.PASSIVE_LEVEL,
                    ImmutableMap.copyOf(arguments),
                    new CallSubject(
                            1,
                            true,
                            socket,
                            state,
                            transport,
                            CallSubject.NO_FAMILY,
                            CallSubject.NO_FAMILY,
                            DescriptorPointerKind.NULL,
                            0,
                            EventFlag.ALL_EVENTS & ~hidden,
                            EventFlag.ALL_EVENTS & ~hidden & ~missing));
        }
    }

    /** Returns the rules that a history breaks, one for each violation; its records are 700 ms apart. */
    static List<String> broken(List<TraceRecord> records) {
        Verifier verifier = new Verifier(StandardRules.book());
        long number = 0;
        for (TraceRecord record : records) {
            number++;
            verifier.accept(new TraceEntry(number, 700_000_000 * number, 0, record));
        }
        verifier.driverUnloaded();
        verifier.violations()
                .forEach(violation -> assertThat(violation.entries())
                        .as("evidence of %s", violation)
                        .isNotEmpty()
                        .allMatch(entry -> entry >= 1 && entry <= records.size()));
        return verifier.violations().stream()
                .map(violation -> violation.rule().id().text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void history_thatBreaksARule_isCaughtByItAlone_andACorrectOneIsNot(Histories histories) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < histories.times(); i++) {
            expected.add(histories.rule());
        }
        assertThat(broken(histories.broken())).containsExactlyElementsOf(expected);
        assertThat(broken(histories.fine())).isEmpty();
    }

    @Test
    void histories_coverEveryRuleOfTheirThemes() {
        List<String> covered =
                histories().map(Histories::rule).distinct().sorted().toList();
        List<String> all = StandardRules.book().rules().stream()
                .map(rule -> rule.id().text())
                .filter(id -> THEMES.stream().anyMatch(id::startsWith))
                .sorted()
                .toList();
        assertThat(covered).containsExactlyElementsOf(all);
    }

    static Stream<Histories> histories() {
        return Stream.of(
                        data(),
                        events(),
                        listening(),
                        datagrams(),
                        control(),
                        eventMasks(),
                        names(),
                        LaterHistories.all())
                .flatMap(List::stream);
    }

    static Histories caught(String rule, List<TraceRecord> broken, List<TraceRecord> fine) {
        return new Histories(rule, 1, broken, fine);
    }

    private static TraceRecord misused(long block, String routine, boolean held) {
        return new MemoryMisused(block, routine, held, "what it did");
    }

    private static TraceRecord send(int socket, SocketState state, String flags) {
        return called(WskFunction.WskSend)
                .on(socket, state)
                .with("Buffer", "{Offset 0, Length 5}")
                .with("Flags", flags)
                .record();
    }

    private static TraceRecord receive(SocketState state, String buffer, String flags) {
        return called(WskFunction.WskReceive)
                .on(1, state)
                .with("Buffer", buffer)
                .with("Flags", flags)
                .record();
    }

    private static TraceRecord disconnect(int socket, String buffer, String flags) {
        return called(WskFunction.WskDisconnect)
                .on(socket, SocketState.CONNECTED)
                .with("Buffer", buffer)
                .with("Flags", flags)
                .record();
    }

    private static TraceRecord returned(WskFunction function, NtStatus status) {
        return new WskCallReturned(function, 1, status);
    }

    private static TraceRecord settled(WskFunction function, NtStatus status, String reason) {
        return new WskCallSettled(function, 1, status, reason);
    }

    private static List<Histories> data() {
        SocketState connected = SocketState.CONNECTED;
        String five = "{Offset 0, Length 5}";
        TraceRecord pending = returned(WskFunction.WskDisconnect, NtStatus.STATUS_PENDING);
        TraceRecord failed = returned(WskFunction.WskDisconnect, NtStatus.STATUS_INVALID_PARAMETER);
        TraceRecord one = disconnect(1, "NULL", "0");
        TraceRecord two = disconnect(2, "NULL", "0");
        return List.of(
                caught("WSK-DATA-001", List.of(misused(7, "WskSend", false)), List.of(send(1, connected, "0"))),
                caught("WSK-DATA-002", List.of(misused(7, "", true)), List.of(receive(connected, five, "0"))),
                caught("WSK-DATA-002", List.of(misused(7, "ExFreePool", true)), List.of(send(1, connected, "0"))),
                caught("WSK-DATA-002", List.of(misused(7, "WskReceive", true)), List.of(send(1, connected, "0"))),
                caught("WSK-DATA-003", List.of(misused(0, "WskSend", false)), List.of(send(1, connected, "0"))),
                caught(
                        "WSK-DATA-004",
                        List.of(send(1, connected, "0x8000")),
                        List.of(send(1, connected, "WSK_FLAG_NODELAY"))),
                caught(
                        "WSK-DATA-004",
                        List.of(receive(connected, five, "WSK_FLAG_WAITALL | WSK_FLAG_DRAIN")),
                        List.of(receive(connected, five, "WSK_FLAG_WAITALL"))),
                caught(
                        "WSK-DATA-004",
                        List.of(receive(connected, five, "WSK_FLAG_DRAIN")),
                        List.of(receive(connected, "{NULL, Length 0}", "WSK_FLAG_DRAIN"))),
                caught(
                        "WSK-DATA-004",
                        List.of(disconnect(1, five, "WSK_FLAG_ABORTIVE")),
                        List.of(disconnect(1, "NULL", "WSK_FLAG_ABORTIVE"), disconnect(2, five, "0"))),
                caught(
                        "WSK-DATA-005",
                        List.of(send(1, SocketState.BOUND, "0")),
                        List.of(send(1, SocketState.REMOTE_FINISHED, "0"))),
                caught(
                        "WSK-DATA-005",
                        List.of(receive(SocketState.CONNECTING, five, "0")),
                        List.of(receive(SocketState.LOCAL_FINISHED, five, "0"))),
                caught(
                        "WSK-DATA-006",
                        List.of(one, pending, send(1, connected, "0")),
                        List.of(send(1, connected, "0"), one, pending, receive(connected, five, "0"))),
                caught(
                        "WSK-DATA-006",
                        List.of(one, pending, one, failed, send(1, connected, "0")),
                        List.of(one, failed, send(1, connected, "0"))),
                caught(
                        "WSK-DATA-006",
                        List.of(one, two, pending, failed, send(2, connected, "0")),
                        List.of(one, two, pending, failed, send(1, connected, "0"))),
                caught(
                        "WSK-DATA-006",
                        List.of(
                                disconnect(1, "NULL", "WSK_FLAG_ABORTIVE"),
                                returned(WskFunction.WskDisconnect, NtStatus.STATUS_SUCCESS),
                                receive(SocketState.ABORTED, five, "0")),
                        List.of(one, pending, disconnect(1, five, "0"), failed, receive(connected, five, "0"))),
                caught(
                        "WSK-DATA-007",
                        List.of(settled(WskFunction.WskConnectEx, NtStatus.STATUS_BUFFER_OVERFLOW, "65536 bytes")),
                        List.of(settled(WskFunction.WskConnectEx, NtStatus.STATUS_SUCCESS, "65535 bytes"))),
                caught("WSK-DATA-008", List.of(misused(7, "MmUnlockPages", false)), List.of(send(1, connected, "0"))));
    }

    private static TraceRecord entered(String callback, int socket, String argument, String value) {
        return new CallbackEntered(callback, socket, Irql.PASSIVE_LEVEL, ImmutableMap.of(argument, value));
    }

    static TraceRecord returned(String callback, int socket, String value) {
        return new CallbackReturned(callback, socket, value, "");
    }

    private static List<Histories> events() {
        TraceRecord receives = entered("WskReceiveEvent", 1, "BytesIndicated", "5");
        TraceRecord kept = returned("WskReceiveEvent", 1, "STATUS_PENDING");
        TraceRecord taken = returned("WskReceiveEvent", 1, "STATUS_SUCCESS");
        TraceRecord back = settled(WskFunction.WskRelease, NtStatus.STATUS_SUCCESS, "back");
        TraceRecord wait = new WaitBegan("System", "e", 5, Irql.PASSIVE_LEVEL);
        TraceRecord end = new WaitEnded("System", "e", NtStatus.STATUS_SUCCESS, 5);
        return List.of(
                caught(
                        "WSK-EVENT-001",
                        List.of(receives, returned("WskReceiveEvent", 1, "STATUS_UNSUCCESSFUL")),
                        List.of(receives, returned("WskReceiveEvent", 1, "STATUS_DATA_NOT_ACCEPTED"))),
                caught(
                        "WSK-EVENT-001",
                        List.of(returned("WskDisconnectEvent", 1, "STATUS_PENDING")),
                        List.of(returned("WskDisconnectEvent", 1, "STATUS_SUCCESS"))),
                caught(
                        "WSK-EVENT-002",
                        List.of(receives, taken, new CallbackMisused("WskReceiveEvent", 1, "BytesAccepted is -1")),
                        List.of(receives, taken)),
                caught("WSK-EVENT-003", List.of(receives, wait, end, taken), List.of(receives, taken, wait, end)),
                caught(
                        "WSK-EVENT-004",
                        List.of(settled(WskFunction.WskRelease, NtStatus.STATUS_INVALID_PARAMETER, "none")),
                        List.of(receives, kept, back)),
                caught(
                        "WSK-EVENT-004",
                        List.of(
                                receives,
                                back,
                                taken,
                                EarlyAnswer.released("WskReceiveEvent", 1, NtStatus.STATUS_SUCCESS)),
                        List.of(
                                receives,
                                back,
                                kept,
                                EarlyAnswer.released("WskReceiveEvent", 1, NtStatus.STATUS_PENDING))),
                caught(
                        "WSK-EVENT-005",
                        List.of(receives, kept, close(1, SocketState.CONNECTED), new IndicationsLost(1, 1)),
                        List.of(receives, kept, close(1, SocketState.CONNECTED))));
    }

    private static TraceRecord close(int socket, SocketState state) {
        return called(WskFunction.WskCloseSocket).on(socket, state).record();
    }

    private static TraceRecord accept(SocketState state, String context, String table) {
        return called(WskFunction.WskAccept)
                .on(1, state)
                .with("Flags", "0")
                .with("AcceptSocketContext", context)
                .with("AcceptSocketDispatch", table)
                .record();
    }

    private static TraceRecord inspectComplete(String id, String action) {
        return called(WskFunction.WskInspectComplete)
                .on(1, SocketState.LISTENING)
                .with("InspectID", id)
                .with("Action", action)
                .record();
    }

    private static TraceRecord early(long key, long number, WskInspectAction returned) {
        return EarlyAnswer.completed(1, new WskInspectId(key, number), returned);
    }

    private static List<Histories> listening() {
        SocketState listens = SocketState.LISTENING;
        String id = "{Key 1, SerialNumber 1}";
        String other = "{Key 1, SerialNumber 2}";
        TraceRecord asked = entered("WskInspectEvent", 1, "InspectID", id);
        TraceRecord pended = returned("WskInspectEvent", 1, "WskInspectPend");
        TraceRecord rejected = returned("WskInspectEvent", 1, "WskInspectReject");
        TraceRecord accepting = inspectComplete(id, "WskInspectAccept");
        TraceRecord done = settled(WskFunction.WskInspectComplete, NtStatus.STATUS_SUCCESS, "");
        TraceRecord tooEarly = settled(WskFunction.WskInspectComplete, NtStatus.STATUS_INVALID_PARAMETER, "");
        TraceRecord handed = entered("WskAcceptEvent", 1, "AcceptSocket", "socket 2");
        TraceRecord refused = returned("WskAcceptEvent", 1, "STATUS_REQUEST_NOT_ACCEPTED");
        TraceRecord aborts = entered("WskAbortEvent", 1, "InspectID", id);
        TraceRecord aborted = returned("WskAbortEvent", 1, "STATUS_SUCCESS");
        TraceRecord dead = entered("WskAcceptEvent", 1, "AcceptSocket", "NULL");
        TraceRecord told = returned("WskAcceptEvent", 1, "STATUS_SUCCESS");
        TraceRecord onDead = accept(SocketState.DEAD, "NULL", "NULL");
        return List.of(
                caught(
                        "WSK-LISTEN-001",
                        List.of(accept(SocketState.BOUND, "NULL", "NULL")),
                        List.of(accept(listens, "NULL", "NULL"))),
                caught(
                        "WSK-LISTEN-002",
                        List.of(called(WskFunction.WskListen)
                                .on(1, SocketState.CREATED)
                                .record()),
                        List.of(called(WskFunction.WskListen)
                                .on(1, SocketState.BOUND)
                                .record())),
                caught(
                        "WSK-LISTEN-003",
                        List.of(accept(SocketState.CONNECTED, "NULL", "NULL")),
                        List.of(accept(listens, "NULL", "NULL"))),
                caught(
                        "WSK-LISTEN-004",
                        List.of(accept(listens, "not NULL", "NULL")),
                        List.of(accept(listens, "not NULL", "{WskReceiveEvent}"))),
                caught(
                        "WSK-LISTEN-005",
                        List.of(handed, returned("WskAcceptEvent", 1, "STATUS_PENDING")),
                        List.of(handed, refused)),
                caught(
                        "WSK-LISTEN-005",
                        List.of(aborts, returned("WskAbortEvent", 1, "STATUS_UNSUCCESSFUL")),
                        List.of(aborts, aborted)),
                caught(
                        "WSK-LISTEN-006",
                        List.of(handed, refused, close(2, SocketState.CONNECTED)),
                        List.of(handed, told, close(2, SocketState.CONNECTED))),
                caught(
                        "WSK-LISTEN-007",
                        List.of(asked, pended, close(1, listens)),
                        List.of(asked, pended, aborts, aborted, close(1, listens))),
                caught("WSK-LISTEN-007", List.of(asked, pended), List.of(asked, pended, accepting)),
                caught(
                        "WSK-LISTEN-008",
                        List.of(asked, pended, accepting, accepting),
                        List.of(asked, pended, accepting)),
                caught(
                        "WSK-LISTEN-008",
                        List.of(asked, pended, inspectComplete(other, "WskInspectReject"), accepting),
                        List.of(asked, pended, inspectComplete(id, "WskInspectReject"))),
                caught(
                        "WSK-LISTEN-008",
                        List.of(
                                asked,
                                accepting,
                                done,
                                pended,
                                early(1, 1, WskInspectAction.WskInspectPend),
                                accepting),
                        List.of(asked, accepting, done, pended, early(1, 1, WskInspectAction.WskInspectPend))),
                caught(
                        "WSK-LISTEN-008",
                        List.of(asked, accepting, tooEarly, pended, accepting),
                        List.of(asked, pended, accepting)),
                caught(
                        "WSK-LISTEN-008",
                        List.of(asked, accepting, done, rejected, early(1, 1, WskInspectAction.WskInspectReject)),
                        List.of(asked, rejected)),
                caught("WSK-LISTEN-009", List.of(dead, told, onDead), List.of(dead, told, close(1, SocketState.DEAD))),
                caught(
                        "WSK-LISTEN-009",
                        List.of(onDead, completed(NtStatus.STATUS_FILE_FORCED_CLOSED), onDead),
                        List.of(onDead, completed(NtStatus.STATUS_FILE_FORCED_CLOSED), close(1, SocketState.DEAD))));
    }

    private static TraceRecord completed(NtStatus status) {
        return new IrpCompleted(1, "WskAccept", status, 0, false, Irql.PASSIVE_LEVEL, false, "");
    }

    private static CallRecord sendTo(WskFunction function) {
        return called(function)
                .on(1, SocketState.BOUND)
                .with("Flags", "0")
                .with("ControlInfoLength", "0")
                .with("ControlInfo", "NULL");
    }

    private static List<Histories> datagrams() {
        TraceRecord plain = sendTo(WskFunction.WskSendTo).record();
        return List.of(
                caught(
                        "WSK-DGRAM-001",
                        List.of(called(WskFunction.WskReceiveFrom)
                                .on(1, SocketState.BOUND)
                                .with("Flags", "4")
                                .record()),
                        List.of(plain)),
                caught(
                        "WSK-DGRAM-002",
                        List.of(sendTo(WskFunction.WskSendMessages)
                                .with("BufferList", "NULL")
                                .record()),
                        List.of(sendTo(WskFunction.WskSendMessages)
                                .with("BufferList", "{Offset 0, Length 1}")
                                .record())),
                caught(
                        "WSK-DGRAM-003",
                        List.of(
                                plain,
                                settled(
                                        WskFunction.WskSendTo,
                                        NtStatus.STATUS_INVALID_PARAMETER,
                                        "RemoteAddress is NULL, and neither")),
                        List.of(plain, settled(WskFunction.WskSendTo, NtStatus.STATUS_SUCCESS, "handed"))),
                caught(
                        "WSK-DGRAM-004",
                        List.of(called(WskFunction.WskSendTo)
                                .on(1, SocketState.BOUND)
                                .with("ControlInfoLength", "24")
                                .with("ControlInfo", "NULL")
                                .record()),
                        List.of(called(WskFunction.WskSendTo)
                                .on(1, SocketState.BOUND)
                                .with("ControlInfoLength", "24")
                                .with("ControlInfo", "[{IPPROTO_IP IP_TTL: 5}]")
                                .record())),
                caught(
                        "WSK-DGRAM-005",
                        List.of(settled(
                                WskFunction.WskSendTo,
                                NtStatus.STATUS_INVALID_PARAMETER,
                                "ControlInfoLength is 20, but the objects take 24")),
                        List.of(settled(WskFunction.WskSendTo, NtStatus.STATUS_SUCCESS, "handed"))),
                caught(
                        "WSK-DGRAM-006",
                        List.of(receiveFrom("NULL", "not NULL")),
                        List.of(receiveFrom("100", "not NULL"), receiveFrom("NULL", "NULL"))));
    }

    private static TraceRecord receiveFrom(String length, String info) {
        return called(WskFunction.WskReceiveFrom)
                .on(1, SocketState.BOUND)
                .with("Flags", "0")
                .with("ControlLength", length)
                .with("ControlInfo", info)
                .record();
    }

    private static CallRecord control(SocketState state, String type, String code) {
        return called(WskFunction.WskControlSocket)
                .on(1, state)
                .with("RequestType", type)
                .with("ControlCode", code)
                .with("InputSize", "0")
                .with("InputBuffer", "NULL")
                .with("OutputSize", "0")
                .with("OutputBuffer", "NULL");
    }

    static TraceRecord events(SocketState state, String mask) {
        return events(called(WskFunction.WskControlSocket).on(1, state), mask);
    }

    private static TraceRecord events(CallRecord call, String mask) {
        return call.irp(0)
                .with("RequestType", "WskSetOption")
                .with("ControlCode", "SO_WSK_EVENT_CALLBACK")
                .with("InputSize", "16")
                .with("InputBuffer", "{NpiId NPI_WSK_INTERFACE_ID, EventMask " + mask + "}")
                .with("OutputSize", "0")
                .with("OutputBuffer", "NULL")
                .record();
    }

    private static List<Histories> eventMasks() {
        SocketState connected = SocketState.CONNECTED;
        return List.of(
                caught(
                        "WSK-CONTROL-007",
                        List.of(events(receiving().withoutCallback(EventFlag.WSK_EVENT_RECEIVE), "WSK_EVENT_RECEIVE")),
                        List.of(
                                events(
                                        receiving().withoutCallback(EventFlag.WSK_EVENT_DISCONNECT),
                                        "WSK_EVENT_RECEIVE"),
                                events(
                                        receiving().withoutCallback(EventFlag.WSK_EVENT_RECEIVE),
                                        "WSK_EVENT_RECEIVE | WSK_EVENT_DISABLE"))),
                caught(
                        "WSK-CONTROL-007",
                        List.of(events(
                                receiving().onSocketWithout(EventFlag.WSK_EVENT_RECEIVE_FROM),
                                "WSK_EVENT_RECEIVE_FROM")),
                        List.of(events(
                                receiving().onSocketWithout(EventFlag.WSK_EVENT_RECEIVE), "WSK_EVENT_RECEIVE_FROM"))),
                caught(
                        "WSK-CONTROL-007",
                        List.of(events(connected, "0x0")),
                        List.of(events(connected, "WSK_EVENT_RECEIVE"))),
                caught(
                        "WSK-CONTROL-007",
                        List.of(control(connected, "WskSetOption", "SO_WSK_EVENT_CALLBACK")
                                .irp(0)
                                .with("InputBuffer", "{NpiId NULL, EventMask WSK_EVENT_RECEIVE}")
                                .record()),
                        List.of(events(connected, "WSK_EVENT_RECEIVE"))));
    }

    private static CallRecord receiving() {
        return called(WskFunction.WskControlSocket).on(1, SocketState.CONNECTED);
    }

    private static CallRecord bound() {
        return called(WskFunction.WskControlSocket).on(1, SocketState.BOUND);
    }

    private static TraceRecord ofClient(String code) {
        return called(WskFunction.WskControlClient)
                .irp(0)
                .with("ControlCode", code)
                .with("InputSize", "16")
                .with("InputBuffer", "not NULL")
                .with("OutputSize", "0")
                .with("OutputBuffer", "NULL")
                .record();
    }

    private static List<Histories> control() {
        SocketState connected = SocketState.CONNECTED;
        TraceRecord silence =
                control(connected, "WskIoctl", "SIO_WSK_SET_TCP_SILENT_MODE").record();
        TraceRecord socket = called(WskFunction.WskSocket).with("Flags", "2").record();
        return List.of(
                caught(
                        "WSK-CONTROL-001",
                        List.of(events(SocketState.CREATED, "WSK_EVENT_ACCEPT")),
                        List.of(events(SocketState.LISTENING, "WSK_EVENT_ACCEPT"))),
                caught(
                        "WSK-CONTROL-001",
                        List.of(events(bound().over(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP), "WSK_EVENT_RECEIVE")),
                        List.of(events(bound().over(Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP), "WSK_EVENT_RECEIVE_FROM"))),
                caught(
                        "WSK-CONTROL-001",
                        List.of(control(SocketState.BOUND, "WskIoctl", "SIO_WSK_SET_TCP_SILENT_MODE")
                                .record()),
                        List.of(silence)),
                caught(
                        "WSK-CONTROL-002",
                        List.of(control(connected, "WskIoctl", "SIO_WSK_SET_TCP_SILENT_MODE")
                                .with("OutputSize", "4")
                                .record()),
                        List.of(silence)),
                caught(
                        "WSK-CONTROL-003",
                        List.of(socket, ofClient("WSK_SET_STATIC_EVENT_CALLBACKS")),
                        List.of(ofClient("WSK_SET_STATIC_EVENT_CALLBACKS"), socket)),
                caught(
                        "WSK-CONTROL-004",
                        List.of(control(connected, "3", "0x1234").record()),
                        List.of(control(connected, "WskIoctl", "0x1234").record())),
                caught(
                        "WSK-CONTROL-005",
                        List.of(events(connected, "WSK_EVENT_RECEIVE | WSK_EVENT_DISCONNECT | WSK_EVENT_DISABLE")),
                        List.of(
                                events(connected, "WSK_EVENT_RECEIVE | WSK_EVENT_DISCONNECT"),
                                events(connected, "WSK_EVENT_RECEIVE | WSK_EVENT_DISABLE"))),
                caught(
                        "WSK-CONTROL-005",
                        List.of(events(connected, "WSK_EVENT_DISABLE")),
                        List.of(events(connected, "WSK_EVENT_RECEIVE | WSK_EVENT_DISABLE"))),
                caught(
                        "WSK-CONTROL-006",
                        List.of(silence, receive(connected, "{Offset 0, Length 5}", "0")),
                        List.of(silence, close(1, connected))));
    }

    private static TraceRecord nameInfo(String length, String node, String service) {
        return called(WskFunction.WskGetNameInfo)
                .with("SockAddrLength", length)
                .with("NodeName", node)
                .with("ServiceName", service)
                .record();
    }

    private static TraceRecord addressInfo(String node, String process, String thread) {
        return called(WskFunction.WskGetAddressInfo)
                .with("NodeName", node)
                .with("OwningProcess", process)
                .with("OwningThread", thread)
                .record();
    }

    private static TraceRecord misuse(AddressListMisused.Misuse kind) {
        return new AddressListMisused(kind, 1, "what it did");
    }

    private static List<Histories> names() {
        TraceRecord delivered = new AddressListEvent(AddressListEvent.Change.DELIVERED, 1, 2);
        TraceRecord freed = new AddressListEvent(AddressListEvent.Change.FREED, 1, 2);
        TraceRecord began = new ImpersonationBegan("thread System (4.8)", "S-1-5-18", "SecurityImpersonation");
        TraceRecord ended = new ImpersonationEnded("thread System (4.8)");
        TraceRecord owned = addressInfo("\"a\"", "process 4", "NULL");
        return List.of(
                caught(
                        "WSK-NAME-001",
                        List.of(addressInfo("\"a\"", "NULL", "thread 8")),
                        List.of(addressInfo("\"a\"", "process 4", "thread 8"))),
                caught("WSK-NAME-001", List.of(began, owned, ended), List.of(began, ended, owned)),
                caught(
                        "WSK-NAME-002",
                        List.of(delivered, freed, misuse(AddressListMisused.Misuse.FREED_BEFORE)),
                        List.of(delivered, freed)),
                caught(
                        "WSK-NAME-003",
                        List.of(delivered, freed, misuse(AddressListMisused.Misuse.READ_AFTER_FREE)),
                        List.of(delivered, freed)),
                caught("WSK-NAME-004", List.of(delivered), List.of(delivered, freed)),
                caught(
                        "WSK-NAME-005",
                        List.of(nameInfo("16", "NULL", "NULL")),
                        List.of(nameInfo("16", "NULL", "a buffer"))),
                caught(
                        "WSK-NAME-006",
                        List.of(nameInfo("129", "a buffer", "NULL")),
                        List.of(nameInfo("128", "a buffer", "NULL"))),
                caught(
                        "WSK-NAME-007",
                        List.of(nameInfo("16", "a buffer", "NULL"), new NameBufferTooSmall(1, "NodeName", 4, 10)),
                        List.of(nameInfo("16", "a buffer", "NULL"))),
                caught(
                        "WSK-NAME-008",
                        List.of(addressInfo("\"a\" (without a terminating NUL)", "NULL", "NULL")),
                        List.of(addressInfo("\"a\"", "NULL", "NULL"))));
    }
}
