package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.CallbackExpectation;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes nearest to a callback that is expected. */
class CallbackNearestTest {

    private static final SeenCallback FIRST = seen(EventCallback.RECEIVE, 10, "5");
    private static final SeenCallback SECOND = seen(EventCallback.DISCONNECT, 20, "0");
    private static final SeenCallback THIRD = seen(EventCallback.RECEIVE, 35, "7");
    private static final CallbackNearest NEAREST =
            new CallbackNearest(ImmutableList.of(FIRST, SECOND, THIRD), ImmutableList.of());

    private static SeenCallback seen(EventCallback callback, long millis, String bytes) {
        return new SeenCallback(
                callback,
                SimTime.ofNanos(millis * 1_000_000),
                Irql.PASSIVE_LEVEL,
                ImmutableMap.of("BytesIndicated", bytes),
                ImmutableList.of("hello".getBytes(StandardCharsets.UTF_8)),
                0);
    }

    private static CallbackExpectation expected(EventCallback callback, int line) {
        return new CallbackExpectation(
                callback,
                ImmutableList.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TimeExpectation.ANY,
                new SourcePosition("a.yaml", line, 1));
    }

    @Test
    void swapped_namesWhereEachOfTheTwoBelongs() {
        ImmutableList<CallbackExpectation> wanted =
                ImmutableList.of(expected(EventCallback.DISCONNECT, 7), expected(EventCallback.RECEIVE, 8));

        assertThat(NEAREST.swapped(wanted, 0))
                .isEqualTo("the expected one came as callback 2, at 20ms; the one that came is expected as callback 2,"
                        + " in line 8");
    }

    @Test
    void swapped_forOneThatNeverComes_saysSo() {
        assertThat(NEAREST.swapped(ImmutableList.of(expected(EventCallback.SEND_BACKLOG, 7)), 0))
                .isEqualTo("WskSendBacklogEvent was not called after that");
    }

    @Test
    void laterOne_isTheNextOfTheSameCallbackThatFits() {
        assertThat(NEAREST.laterOne(FIRST, one -> "7".equals(one.parameters().get("BytesIndicated"))))
                .isEqualTo("callback 3 is as expected in that, 25ms later, at 35ms");
        assertThat(NEAREST.laterOne(FIRST, one -> "0".equals(one.parameters().get("BytesIndicated"))))
                .as("of another callback")
                .isEmpty();
    }

    @Test
    void missing_countsTheCallsThatWere() {
        assertThat(NEAREST.missing(EventCallback.RECEIVE, Optional.empty()))
                .isEqualTo("WskReceiveEvent was called 2 times, at 10ms, 35ms");
        assertThat(NEAREST.missing(EventCallback.DISCONNECT, Optional.empty()))
                .isEqualTo("WskDisconnectEvent was called once, at 20ms");
    }

    @Test
    void missing_whereNoneWas_namesWhatEnablesThem() {
        assertThat(NEAREST.missing(EventCallback.SEND_BACKLOG, Optional.empty()))
                .startsWith("callbacks are off until ");
        assertThat(NEAREST.enabling(Optional.empty())).isZero();
    }

    @Test
    void missing_afterTheyWereEnabled_isExplainedByThatCall() {
        ScenarioResult result = SmallWorld.run(
                SmallWorld.ACCEPTING
                        + SmallWorld.CONNECT.replace(
                                "with: { RemoteAddress: server:445 }",
                                "with: { RemoteAddress: server:445, SocketContext: context, Dispatch: [WskReceiveEvent] }")
                        + "  - { call: WskControlSocket, on: s, with: { ControlCode: SO_WSK_EVENT_CALLBACK, InputBuffer:"
                        + " [WSK_EVENT_RECEIVE], Irp: NULL } }\n"
                        + SmallWorld.CLOSE
                        + "expect: { callbacks: { s: [{ event: WskReceiveEvent, data: hello, with: { BytesIndicated: 5 } }] } }\n");
        Finding finding = SmallWorld.only(result);

        assertThat(finding.expected()).isEqualTo("WskReceiveEvent(BytesIndicated: 5), data \"hello\" (68 65 6c 6c 6f)");
        assertThat(finding.hint()).startsWith("callbacks were enabled at 10ms: ");
        assertThat(finding.evidence()).last().asString().contains("SO_WSK_EVENT_CALLBACK");
    }

    @Test
    void seenCallback_isShownLikeAnExpectedOne() {
        assertThat(FIRST).hasToString("WskReceiveEvent(BytesIndicated: 5), data \"hello\" (68 65 6c 6c 6f) at 10ms");
    }
}
