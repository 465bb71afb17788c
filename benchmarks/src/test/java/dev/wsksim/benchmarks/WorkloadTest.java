package dev.wsksim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wsksim.cli.bench.NetworkFigure;
import dev.wsksim.cli.bench.UdpPingPong;
import dev.wsksim.cli.bench.Workload;
import dev.wsksim.cli.bench.WskUdpPingPong;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

/** Runs every workload with small sizes, so that none of them rots. */
class WorkloadTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1_000, 30_000})
    void holdModel_firesTheSameEventsInTheSameOrderAsThePriorityQueue(int pending) {
        HoldModel ours = new HoldModel(pending);
        PriorityQueueBaseline baseline = new PriorityQueueBaseline(pending);
        for (int piece = 0; piece < 10; piece++) {
            assertThat(ours.run(10_000)).isEqualTo(10_000);
            assertThat(baseline.run(10_000)).isEqualTo(10_000);
            assertThat(ours.digest()).isEqualTo(baseline.digest());
        }
    }

    @Test
    void cancellingHoldModel_firesTheSameEventsAsThePlainOne() {
        Workload cancelling = new CancellingHoldModel(2_000);
        Workload plain = new HoldModel(1_000);
        cancelling.run(50_000);
        plain.run(50_000);
        assertThat(cancelling.digest()).isEqualTo(plain.digest());
    }

    @Test
    void timerCancel_neverTimesOut() {
        TimerCancel timers = new TimerCancel();
        assertThat(timers.run(100_000)).isEqualTo(100_000);
        assertThat(timers.digest()).isNotEqualTo(new TimerCancel().digest());
    }

    @Test
    void digestWork_dependsOnTheEntries() {
        DigestWork once = new DigestWork();
        once.run(1_000);
        DigestWork again = new DigestWork();
        again.run(1_000);
        assertThat(again.digest()).isEqualTo(once.digest());
        again.run(1);
        assertThat(again.digest()).isNotEqualTo(once.digest());
    }

    @Test
    void connectClose_twice_sameDigest() {
        ConnectClose once = new ConnectClose(true);
        ConnectClose again = new ConnectClose(true);
        once.run(50);
        again.run(50);
        assertThat(again.digest()).isEqualTo(once.digest()).matches("[0-9a-f]{64}");
        ConnectClose silent = new ConnectClose(false);
        silent.run(50);
        assertThat(silent.digest()).startsWith("50 connects").endsWith("100ms");
    }

    @Test
    void udpPingPong_twice_sameDigest() {
        UdpPingPong once = new UdpPingPong(true);
        UdpPingPong again = new UdpPingPong(true);
        assertThat(once.run(50)).isEqualTo(50);
        again.run(50);
        assertThat(again.digest()).isEqualTo(once.digest()).matches("[0-9a-f]{64}");
        UdpPingPong silent = new UdpPingPong(false);
        silent.run(50);
        silent.run(50);
        assertThat(silent.digest()).isEqualTo("100 messages, 6400 bytes, 100 events, 0s");
    }

    @Test
    void wskUdpPingPong_twice_sameDigest() {
        WskUdpPingPong once = new WskUdpPingPong(true);
        WskUdpPingPong again = new WskUdpPingPong(true);
        assertThat(once.run(50)).isEqualTo(50);
        again.run(50);
        assertThat(again.digest()).isEqualTo(once.digest()).matches("[0-9a-f]{64}");
        WskUdpPingPong silent = new WskUdpPingPong(false);
        silent.run(51);
        silent.run(49);
        assertThat(silent.digest()).startsWith("100 messages, 6400 bytes, ").endsWith(" events, 0s");
    }

    @Test
    void eventLoop_inSteadyState_allocatesNothing() {
        List<Supplier<Workload>> workloads =
                List.of(() -> new HoldModel(5_000), () -> new CancellingHoldModel(5_000), TimerCancel::new);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Supplier<Workload> maker : workloads) {
            Workload workload = maker.get();
            workload.run(100_000);
            long before = threads.getCurrentThreadAllocatedBytes();
            workload.run(100_000);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        }
    }

    @Test
    void benchmarks_canBeRun() {
        HoldModelBenchmark holdModel = new HoldModelBenchmark();
        HoldModelBenchmark.Size size = new HoldModelBenchmark.Size();
        size.pending = 100;
        HoldModelBenchmark.Ours ours = new HoldModelBenchmark.Ours();
        ours.fill(size);
        HoldModelBenchmark.OursCancelling cancelling = new HoldModelBenchmark.OursCancelling();
        cancelling.fill(size);
        HoldModelBenchmark.Baseline baseline = new HoldModelBenchmark.Baseline();
        baseline.fill(size);
        assertThat(holdModel.simulationLoop(ours)).isEqualTo(10_000);
        assertThat(holdModel.simulationLoopCancelling(cancelling)).isEqualTo(10_000);
        assertThat(holdModel.priorityQueue(baseline)).isEqualTo(10_000);
        assertThat(new TimerCancelBenchmark().timers()).isEqualTo(10_000);
        assertThat(new DigestBenchmark().entries()).isEqualTo(10_000);
        NetworkBenchmark network = new NetworkBenchmark();
        network.figure = "udp-ping-pong";
        network.setUp();
        assertThat(network.operations()).isEqualTo(10_000);
        VerifierBenchmark verifier = new VerifierBenchmark();
        verifier.figure = "wsk-two-hosts-verified";
        verifier.verified = true;
        verifier.setUp();
        assertThat(verifier.operations()).isEqualTo(100_000);
        ConnectCloseBenchmark connectClose = new ConnectCloseBenchmark();
        connectClose.setUp();
        assertThat(connectClose.connectAndClose()).isEqualTo(1_000);
    }

    @Test
    void networkBenchmark_hasEveryRateOfTheCommandLine() throws NoSuchFieldException {
        String[] figures = NetworkBenchmark.class
                .getField("figure")
                .getAnnotation(Param.class)
                .value();
        assertThat(figures)
                .containsExactlyElementsOf(
                        NetworkFigure.ALL.stream().map(NetworkFigure::name).toList());
    }

    @Test
    void openConnections_canBeRun() {
        OpenConnectionsBenchmark benchmark = new OpenConnectionsBenchmark();
        benchmark.connections = 2_000;
        OpenConnectionsBenchmark.Memory memory = new OpenConnectionsBenchmark.Memory();
        assertThat(benchmark.tcp(memory)).isEqualTo(2_000);
        assertThat(benchmark.wsk(memory)).isEqualTo(2_000);
        assertThat(memory.heapMebibytes).isPositive();
    }

    @Test
    void quickFigures_namesEveryContender() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new QuickFigures(out, 3, Duration.ofMillis(1)).print(new int[] {100});
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(7)
                .allMatch(line -> line.matches(".* M/s \\(.*B/op  digest .+"));
    }
}
