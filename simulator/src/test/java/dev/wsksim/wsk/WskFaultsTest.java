package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls a fault makes fail, and what such a call leaves behind. */
class WskFaultsTest {

    private static final NtStatus NO_MEMORY = NtStatus.STATUS_INSUFFICIENT_RESOURCES;

    @Test
    void meet_secondAndThird_onlyThoseOfThatFunction() {
        WskFaults faults = new WskFaults();
        faults.order(new WskFault(WskFunction.WskSend, NO_MEMORY, 2, 2, false));

        assertThat(faults.meet(WskFunction.WskReceive)).isNull();
        List<Boolean> met = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> faults.meet(WskFunction.WskSend) != null)
                .toList();

        assertThat(met).containsExactly(false, true, true, false);
        assertThat(faults.progress()).singleElement().satisfies(progress -> {
            assertThat(progress.seen()).isEqualTo(4);
            assertThat(progress.met()).isEqualTo(2);
            assertThat(progress.isDone()).isTrue();
        });
    }

    @Test
    void meet_everyTimeFromTheLargestNumber_doesNotOverflow() {
        WskFaults faults = new WskFaults();
        faults.order(new WskFault(WskFunction.WskSend, NO_MEMORY, 2, WskFault.EVERY_TIME, false));

        assertThat(faults.progress().get(0).isDone()).isFalse();
        assertThat(faults.meet(WskFunction.WskSend)).isNull();
        for (int i = 0; i < 100; i++) {
            assertThat(faults.meet(WskFunction.WskSend)).isNotNull();
        }
        assertThat(faults.progress().get(0).isDone()).isTrue();
    }

    @Test
    void meet_twoForOneCall_theFirstWinsAndBothCount() {
        WskFault first = WskFault.next(WskFunction.WskBind, NO_MEMORY);
        WskFault second = new WskFault(WskFunction.WskBind, NtStatus.STATUS_ACCESS_DENIED, 1, 2, false);
        WskFaults faults = new WskFaults();
        faults.order(first);
        faults.order(second);

        assertThat(faults.meet(WskFunction.WskBind)).isEqualTo(first);
        assertThat(faults.meet(WskFunction.WskBind)).isEqualTo(second);
        assertThat(faults.meet(WskFunction.WskBind)).isNull();
        assertThat(faults.progress().get(1).isDone()).isFalse();
    }

    @Test
    void order_later_countsFromThen() {
        WskFaults faults = new WskFaults();
        assertThat(faults.meet(WskFunction.WskSend)).isNull();
        faults.order(WskFault.next(WskFunction.WskSend, NO_MEMORY));

        assertThat(faults.meet(WskFunction.WskSend)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"WskCloseSocket", "WskRelease", "WskRegister", "WskFreeAddressInfo"})
    void next_functionThatCannotFail_refused(WskFunction function) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WskFault.next(function, NO_MEMORY))
                .withMessage("calls of " + function + " cannot be made to fail");
    }

    @ParameterizedTest
    @EnumSource(
            value = NtStatus.class,
            names = {"STATUS_SUCCESS", "STATUS_PENDING"})
    void next_noFailure_refused(NtStatus status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WskFault.next(WskFunction.WskSend, status))
                .withMessage(status + " is no failure");
    }

    @Test
    void constructor_countsBelowOne_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WskFault(WskFunction.WskSend, NO_MEMORY, 0, 1, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WskFault(WskFunction.WskSend, NO_MEMORY, 1, 0, false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connect_faultOrdered_noPacketNoSocketAndTheNextOneConnects(boolean seeded) {
        WskWorld.play(seeded ? WorldSetup.PLAIN.seeded(7) : WorldSetup.PLAIN, world -> {
            world.client.faults().order(WskFault.next(WskFunction.WskSocketConnect, NO_MEMORY));

            RecordedCall failed = world.connect().call();

            assertThat(failed.returned()).isEqualTo(NO_MEMORY);
            assertThat(failed.await().status()).isEqualTo(NO_MEMORY);
            assertThat(failed.information()).isZero();
            assertThat(world.packets()).isEmpty();
            assertThat(world.client.sockets().open()).isEmpty();
            assertThat(world.records(WskCallSettled.class))
                    .last()
                    .asString()
                    .contains("a fault was ordered for this call");
            assertThat(world.connect().call().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bind_pendedFaultOrdered_pendsWhateverIsDecidedAndLeavesTheSocketUnbound(boolean seeded) {
        WskWorld.play(seeded ? WorldSetup.PLAIN.seeded(7) : WorldSetup.PLAIN, world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            world.client.faults().order(new WskFault(WskFunction.WskBind, NO_MEMORY, 1, 1, true));

            RecordedCall failed = world.sockets().bind(socket, "192.0.2.10:7000");

            assertThat(failed.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(failed.await().status()).isEqualTo(NO_MEMORY);
            assertThat(world.sockets().bind(socket, "192.0.2.10:7000").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }
}
