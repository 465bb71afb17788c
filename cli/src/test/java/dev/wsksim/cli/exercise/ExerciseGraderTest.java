package dev.wsksim.cli.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.course.Grade.Item;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exercises in Java are solved by what is right, and by nothing else. */
final class ExerciseGraderTest {
    private static final long LONG_MILLIS = 120_000;
    private static final String WAIT = "host.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);";

    private static Stream<Exercise> exercises() {
        return Exercise.ALL.stream();
    }

    private static List<Item> grade(Exercise exercise, String text) {
        return new ExerciseGrader(LONG_MILLIS).grade(exercise, "folder/" + exercise.file(), text);
    }

    private static Exercise exercise(String name) {
        return Exercise.find(name).orElseThrow();
    }

    private static String faults(List<Item> items) {
        return items.stream()
                .filter(item -> !item.passed())
                .map(item -> item.name() + ": " + item.why() + "\n" + item.evidence())
                .collect(Collectors.joining("\n"));
    }

    /** Grades the solution with a part of it replaced. */
    private static String faultsOf(String name, String from, String to) {
        String solution = exercise(name).solution();
        assertThat(solution).contains(from);
        return faults(grade(exercise(name), solution.replace(from, to)));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void solution_passes_andTheStartDoesNot(Exercise exercise) {
        List<Item> items = grade(exercise, exercise.solution());
        assertThat(faults(items)).isEmpty();
        assertThat(items).hasSize(exercise.of());
        assertThat(faults(grade(exercise, exercise.start()))).isNotEmpty();
        assertThat(exercise.task()).startsWith("# " + exercise.title() + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            greet | SynchronizationEvent              | NotificationEvent
            greet | "hello".getBytes(US_ASCII)        | new byte[] {104, 101, 108, 108, 111}
            greet | new SendFlags(0)                  | SendFlags.WSK_FLAG_NODELAY
            retry | PAUSE_NANOS = 100_000_000         | PAUSE_NANOS = 1_000_000
            retry | attempt = 1; attempt <= ATTEMPTS  | attempt = 0; attempt < ATTEMPTS
            catch | withLatencyMillis(300)            | withAcceptMillis(3_000)
            catch | withLatencyMillis(300)            | withLatencyMillis(5)
            catch | seen.received().equals("hello")   | seen.connections() == 1 && "hello".equals(seen.received())
            """)
    void otherSolution_passes(String exercise, String from, String to) {
        assertThat(faultsOf(exercise, from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            greet | host.io().ioFreeIrp(send);        | ''                     | WSK-IRP-017
            greet | "hello"                           | "hullo"                | the server received 'hullo', and 'hello' was asked for
            greet | !connect.status()                 | false && !connect.status() | a server that refuses: A connect that failed has no socket
            greet | table.wskCloseSocket(socket, irp) | table.wskCloseSocket(socket, irp), 1 | Greeter.java:
            retry | ATTEMPTS = 5                      | ATTEMPTS = 6           | a server that refuses five times
            retry | ATTEMPTS = 5                      | ATTEMPTS = 4           | a server that refuses four times
            retry | host.waits().keDelayExecutionThread(PAUSE_NANOS); | attempt--; | a server that refuses five times
            catch | seen.received().equals("hello")   | seen.connections() == 1 | a driver that sends less
            catch | seen.received().equals("hello")   | seen.received().length() == 5 | a driver that sends something else
            catch | && refused.faults().isEmpty()     | ''                     | a driver that keeps the IRP of a refused connect
            catch | seen.faults().isEmpty()           | true                   | a driver that does not close its socket
            catch | if (!holds)                       | if (true)              | Your test refuses it
            """)
    void wrongSolution_isRefused(String exercise, String from, String to, String said) {
        assertThat(faultsOf(exercise, from, to)).contains(said);
    }

    @Test
    void fixedWait_isRefusedWhereTheNetworkIsSlower() {
        assertThat(faultsOf("greet", WAIT, "host.waits().keDelayExecutionThread(500_000_000L);"))
                .contains("a server that is far away: Wait for the completion of the IRP")
                .doesNotContain("a server that is near");
    }

    @Test
    void error_isShownWithFileLineAndCaret() {
        List<Item> items = grade(exercise("greet"), """
                public final class Greeter {
                \tint three = four;
                }
                """);

        assertThat(faults(items))
                .contains("""
                folder/Greeter.java:2:\
                """)
                .contains("cannot find symbol")
                .contains("  | \tint three = four;\n  | \t            ^");
        assertThat(items).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public final class Greeter {}                              | class Greeter does not implement JavaDriver
            public final class Other {}                                | Greeter
            public class Greeter implements dev.wsksim.cli.exercise.JavaDriver { Greeter(int a) {} public void run(dev.wsksim.WindowsHost h, dev.wsksim.wsk.provider.WskProviderNpi w) {} } | a constructor without parameters
            """)
    void otherClass_isRefusedByName(String text, String said) {
        assertThat(faults(grade(exercise("greet"), text))).contains(said);
    }

    @Test
    void endlessWaiting_endsAtTheLimits() {
        assertThat(faultsOf(
                        "greet", WAIT, "while (irp != null) { host.waits().keDelayExecutionThread(1_000_000_000L); }"))
                .contains("it ended with dev.wsksim.engine.LimitReachedException: limit 'virtual-time' of ");
    }

    @Test
    void endlessLoop_isGivenUp() {
        String text = exercise("greet").solution().replace(WAIT, "while (irp != null) { Thread.onSpinWait(); }");

        assertThat(faults(new ExerciseGrader(1_000).grade(exercise("greet"), "Greeter.java", text)))
                .contains("it did not end within 1 s");
    }
}
