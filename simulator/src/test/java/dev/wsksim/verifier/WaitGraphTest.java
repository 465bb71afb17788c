package dev.wsksim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.waits.WaitGraph;
import dev.wsksim.verifier.waits.WaitGraphText;
import dev.wsksim.verifier.waits.WaitNode;
import dev.wsksim.verifier.waits.WaitNode.Kind;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.junit.jupiter.api.Test;

/** Who waits for what, made from the trace of a driver that cannot go on, and from nodes put together by hand. */
class WaitGraphTest {

    private final VerifiedRun run = new VerifiedRun();

    private ImmutableList<String> text() {
        return WaitGraphText.lines(graph());
    }

    private WaitGraph graph() {
        return WaitGraph.of(run.log.entries(), run.simulation.loop().now());
    }

    @Test
    void of_driverThatWaitsForNothing_isEmpty() {
        ConnectionSocket socket = run.socket();

        assertThat(graph().isEmpty()).isTrue();
        assertThat(socket).isNotNull();
    }

    @Test
    void of_deregisterWithACapture_waitsForTheNpi() {
        run.deregister();

        assertThat(text())
                .containsExactly(
                        "WskDeregister called by thread 'System', since 0s (for 1s)",
                        "  waits for the provider NPI that registration 1 has captured, since 0s (for 1s)",
                        "    WskReleaseProviderNPI would release it; nothing has by 1s");
    }

    @Test
    void of_deregisterAfterTheRelease_isEmpty() {
        run.release();
        run.deregister();

        assertThat(graph()).isEqualTo(new WaitGraph(graph().at(), ImmutableList.of(), ImmutableList.of()));
    }

    @Test
    void of_deregisterWithAnOpenSocket_waitsForTheSocket() {
        run.socket();
        run.release();
        run.deregister();

        assertThat(text()).hasSize(3);
        assertThat(text().get(1)).isEqualTo("  waits for socket 1, which is open, since 0s (for 3s)");
        assertThat(text().get(2)).startsWith("    WskCloseSocket would release it");
    }

    @Test
    void of_pendingConnect_namesTheIrpUntilItIsCompleted() {
        Irp irp = run.irp();
        run.socketConnect(irp);

        assertThat(graph().nodes()).extracting(WaitNode::label).containsExactly("IRP 1 of WskSocketConnect");
        assertThat(graph().nodes().get(0).releasedBy()).contains("IoCancelIrp");
        run.settle();
        assertThat(graph().isEmpty()).isTrue();
    }

    @Test
    void of_waitThatHasEnded_isEmptyAgain() {
        KEvent event = new KEvent(run.host.waits(), "done", EventType.NotificationEvent, false);
        run.host
                .waits()
                .waitForSingleObject(run.host.processes().systemThread(), event, KernelWaits.NO_TIMEOUT, status -> {});

        assertThat(text()).hasSize(3);
        assertThat(text().get(1)).startsWith("  waits for event 'done'");
        assertThat(text().get(2)).startsWith("    KeSetEvent would release it");
        event.keSetEvent();
        run.settle();
        assertThat(graph().isEmpty()).isTrue();
    }

    @Test
    void of_delayedThread_isReleasedByTheEndOfItsIntervalAndWaitsForNoEvent() {
        TraceRecord delayed = new WaitBegan("worker", KernelWaits.DELAY, 5_000_000, Irql.PASSIVE_LEVEL);

        WaitGraph graph = WaitGraph.of(ImmutableList.of(new TraceEntry(1, 0, 0, delayed)), SimTime.START);

        assertThat(graph.edges()).isEmpty();
        assertThat(WaitGraphText.lines(graph))
                .containsExactly(
                        "worker in KeDelayExecutionThread, since 0s (for 0s)",
                        "  the end of its interval would release it; nothing has by 0s");
    }

    private static WaitNode node(String id) {
        return new WaitNode(id, Kind.OTHER, id, SimTime.START, 0, 0, "a miracle");
    }

    private static WaitGraph.Builder abc() {
        return new WaitGraph.Builder(SimTime.START)
                .node(node("a"))
                .node(node("b"))
                .node(node("c"));
    }

    @Test
    void cycles_threeInACycle_areOneWithOneRoot() {
        WaitGraph graph = abc().edge("a", "b").edge("b", "c").edge("c", "a").build();

        assertThat(graph.cycles()).containsExactly(ImmutableList.of(node("a"), node("b"), node("c")));
        assertThat(graph.roots()).containsExactly(node("a"));
        assertThat(WaitGraphText.lines(graph))
                .contains("    waits for c, since 0s (for 0s)", "cycle: a -> b -> c -> a");
    }

    @Test
    void cycles_ofADiamond_areNone() {
        WaitGraph graph = abc().edge("a", "b").edge("a", "c").edge("b", "c").build();

        assertThat(graph.cycles()).isEmpty();
        assertThat(graph.roots()).containsExactly(node("a"));
        assertThat(WaitGraphText.lines(graph)).contains("  waits for c (see above)");
    }

    @Test
    void cycles_ofOneThatWaitsForItself_isOne() {
        WaitGraph graph = abc().edge("b", "b").build();

        assertThat(graph.cycles()).containsExactly(ImmutableList.of(node("b")));
        assertThat(graph.roots()).containsExactly(node("a"), node("c"), node("b"));
    }

    @Test
    void awaited_edgeWithoutItsNode_isRefused() {
        WaitGraph graph = abc().edge("a", "x").build();

        assertThatThrownBy(graph::awaited)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }

    @Test
    void lines_ofVeryManyNodes_areCut() {
        WaitGraph.Builder many = new WaitGraph.Builder(SimTime.START);
        for (int i = 0; i < 100; i++) {
            many.node(node("n" + i));
        }

        assertThat(WaitGraphText.lines(many.build())).hasSize(40).last().isEqualTo("... 161 lines more");
    }
}
