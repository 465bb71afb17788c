package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.kernel.mm.MemoryMisused;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallSubject;
import dev.wsksim.wsk.call.DescriptorPointerKind;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.socket.IndicationsLost;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about buffers and event callbacks, on records as they come; the scenarios show them in whole runs. */
class DataAndEventRulesTest {

    private static List<String> broken(TraceRecord... records) {
        Verifier verifier = new Verifier(StandardRules.book());
        long number = 0;
        for (TraceRecord record : ImmutableList.copyOf(records)) {
            number++;
            verifier.accept(new TraceEntry(number, 0, 0, record));
        }
        return verifier.violations().stream()
                .map(violation -> violation.rule().id().toString())
                .toList();
    }

    private static CallbackEntered entered() {
        return new CallbackEntered("WskReceiveEvent", 1, Irql.PASSIVE_LEVEL, ImmutableMap.of());
    }

    private static CallbackReturned returned(String callback, String status) {
        return new CallbackReturned(callback, 1, status, "");
    }

    private static WskCallEntered close() {
        CallSubject subject = new CallSubject(
                1,
                true,
                1,
                SocketState.CONNECTED,
                null,
                CallSubject.NO_FAMILY,
                CallSubject.NO_FAMILY,
                DescriptorPointerKind.NULL,
                0,
                0,
                0);
        return new WskCallEntered(
                WskFunction.WskCloseSocket, 5, "System", Irql.PASSIVE_LEVEL, ImmutableMap.of(), subject);
    }

    @ParameterizedTest
    @CsvSource({
        "7, WskSend, false, WSK-DATA-001",
        "7, '', true, WSK-DATA-002",
        "7, ExFreePool, true, WSK-DATA-002",
        "0, WskReceive, false, WSK-DATA-003",
        "7, MmUnlockPages, false, WSK-DATA-008",
    })
    void misuseOfMemory_byItsKind_breaksOneRule(long block, String routine, boolean held, String rule) {
        assertThat(broken(new MemoryMisused(block, routine, held, "what it did")))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "WskReceiveEvent, STATUS_SUCCESS, true",
        "WskReceiveEvent, STATUS_PENDING, true",
        "WskReceiveEvent, STATUS_DATA_NOT_ACCEPTED, true",
        "WskReceiveEvent, STATUS_REQUEST_NOT_ACCEPTED, false",
        "WskReceiveFromEvent, STATUS_UNSUCCESSFUL, false",
        "WskAcceptEvent, STATUS_REQUEST_NOT_ACCEPTED, true",
        "WskDisconnectEvent, STATUS_PENDING, false",
        "WskSendBacklogEvent, STATUS_SUCCESS, true",
    })
    void callback_byWhatItReturns_isFine(String callback, String status, boolean fine) {
        assertThat(broken(returned(callback, status)).contains("WSK-EVENT-001")).isEqualTo(!fine);
    }

    @Test
    void callback_thatAcceptsTooMuch_isFound() {
        assertThat(broken(new CallbackMisused("WskReceiveEvent", 1, "BytesAccepted is 9")))
                .containsExactly("WSK-EVENT-002");
    }

    @Test
    void list_thatIsKept_hasToBeReleasedBeforeTheClose() {
        assertThat(broken(entered(), returned("WskReceiveEvent", "STATUS_PENDING"), close(), new IndicationsLost(1, 1)))
                .containsExactly("WSK-EVENT-005");
    }

    @Test
    void pendingForADeadSocket_keepsNothing() {
        CallbackEntered dead = new CallbackEntered(
                "WskReceiveEvent", 1, Irql.PASSIVE_LEVEL, ImmutableMap.of("DataIndication", "NULL"));

        assertThat(broken(dead, returned("WskReceiveEvent", "STATUS_PENDING"), close()))
                .isEmpty();
        assertThat(broken(
                        entered(),
                        returned("WskReceiveEvent", "STATUS_PENDING"),
                        dead,
                        returned("WskReceiveEvent", "STATUS_PENDING"),
                        close(),
                        new IndicationsLost(1, 1)))
                .containsExactly("WSK-EVENT-005");
    }

    @Test
    void wait_inACallback_isFoundOnce_andOneOutsideIsNot() {
        WaitBegan wait = new WaitBegan("System", "e", 5, Irql.PASSIVE_LEVEL);
        WaitEnded end = new WaitEnded("System", "e", NtStatus.STATUS_SUCCESS, 5);

        assertThat(broken(entered(), wait, end, returned("WskReceiveEvent", "STATUS_SUCCESS")))
                .containsExactly("WSK-EVENT-003");
        assertThat(broken(entered(), returned("WskReceiveEvent", "STATUS_SUCCESS"), wait, end))
                .isEmpty();
    }

    @Test
    void wait_ofAnotherThreadWhileACallbackWaits_isNotItsDoing() {
        WaitBegan wait = new WaitBegan("System", "e", 5, Irql.PASSIVE_LEVEL);

        assertThat(broken(entered(), wait, new WaitBegan("worker", "f", 5, Irql.PASSIVE_LEVEL)))
                .containsExactly("WSK-EVENT-003");
    }

    @Test
    void release_thatFails_isFound() {
        assertThat(broken(
                        new WskCallSettled(WskFunction.WskRelease, 0, NtStatus.STATUS_INVALID_PARAMETER, "none kept")))
                .containsExactly("WSK-EVENT-004");
        assertThat(broken(new WskCallSettled(WskFunction.WskRelease, 0, NtStatus.STATUS_SUCCESS, "")))
                .isEmpty();
    }

    @Test
    void connectEx_withTooMuchData_isFound() {
        assertThat(broken(new WskCallSettled(WskFunction.WskConnectEx, 1, NtStatus.STATUS_BUFFER_OVERFLOW, "70000")))
                .containsExactly("WSK-DATA-007");
    }
}
