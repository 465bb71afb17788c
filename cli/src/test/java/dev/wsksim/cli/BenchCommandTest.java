package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.cli.bench.NetworkFigure;
import dev.wsksim.cli.bench.OpenConnections;
import dev.wsksim.cli.bench.VerifierCost;
import dev.wsksim.cli.bench.Workload;
import dev.wsksim.cli.bench.WskOpenConnections;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

    @Test
    void figures_runTwice_doTheSame() {
        for (NetworkFigure figure : NetworkFigure.ALL) {
            if (figure.name().equals("tcp-connect-100000-open")) {
                continue;
            }
            Workload once = figure.work().get();
            Workload again = figure.work().get();
            once.run(20_000);
            again.run(20_000);
            assertThat(once.digest()).as(figure.name()).isEqualTo(again.digest());
        }
    }

    @Test
    void verifierCosts_doTheSameWithAndWithoutTheVerifier() {
        for (VerifierCost cost : VerifierCost.ALL) {
            Workload with = cost.work(true);
            Workload without = cost.work(false);
            with.run(300_000);
            without.run(300_000);
            assertThat(with.digest())
                    .as(cost.name())
                    .isEqualTo(without.digest())
                    .hasSize(64);
        }
    }

    @Test
    void bench_ofTheVerifier_tellsItsCost() {
        Shell shell = new Shell();

        assertThat(shell.run("bench", "--round", "1", "wsk-messages-verified")).isZero();

        assertThat(shell.out())
                .containsPattern(
                        "wsk-messages-verified +[0-9.]+ MiB/s, [0-9.]+ without the verifier: it costs -?[0-9]+ %");
    }

    @Test
    void bench_printsAFigureWithItsDigest() {
        Shell shell = new Shell();

        assertThat(shell.run("bench", "--round", "1", "udp-ping-pong")).isZero();

        assertThat(shell.out())
                .startsWith("udp-ping-pong")
                .contains("M/s", "B/op", "digest 10000 messages")
                .hasLineCount(1);
    }

    @Test
    void bench_ofScenariosAndTraces_countsStepsAndEntries() {
        Shell shell = new Shell();

        assertThat(shell.run("bench", "--round", "1", "scenario-check", "trace-json-lines"))
                .isZero();

        assertThat(shell.out())
                .containsPattern("scenario-check +[0-9.]+ k/s .*digest 10000 steps")
                .containsPattern("trace-json-lines +[0-9.]+ M/s .*digest 10000 entries, [0-9]{7} bytes, sum ");
    }

    @Test
    void bench_list_namesEverything() {
        Shell shell = new Shell();

        assertThat(shell.run("bench", "--list")).isZero();

        assertThat(shell.out()).contains("tcp-memory");
        NetworkFigure.ALL.forEach(figure -> assertThat(shell.out()).contains(figure.name(), figure.about()));
        VerifierCost.ALL.forEach(cost -> assertThat(shell.out()).contains(cost.name(), cost.about()));
    }

    @Test
    void bench_unknownFigureOrRound_isBadInput() {
        Shell shell = new Shell();

        assertThat(shell.run("bench", "tcp-bluk")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("'tcp-bluk'", "tcp-bulk");
        assertThat(shell.run("bench", "--round", "0", "tcp-bulk")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--round is at least 1");
        assertThat(shell.run("bench", "--list", "tcp-bulk")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--list lists everything");
    }

    @Test
    void openConnections_takeLittleMemory() {
        assertThat(OpenConnections.measure(20_000).bytesEach()).isBetween(300.0, 1_000.0);
        assertThat(WskOpenConnections.measure(20_000).bytesEach()).isBetween(500.0, 1_400.0);
    }

    @Test
    void bench_memory_tellsBytesAndHeapForThisManyConnections() {
        Shell shell = new Shell();

        assertThat(shell.run("bench", "--open", "2000", "wsk-memory")).isZero();

        assertThat(shell.out())
                .matches(
                        "(?s)wsk-memory +[0-9]+ B +each of 2000 open connections, both ends; [0-9]+ MiB of heap in use\\R");
        assertThat(shell.run("bench", "--open", "1000001", "wsk-memory")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--open is from 1 to 1000000, not 1000001");
    }
}
