package dev.wsksim.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.WindowsHost;
import dev.wsksim.wsk.provider.WskProviderNpi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtefactsTest {

    static class Some {
        @WsksimTest
        void fails(WindowsHost host, WskProviderNpi npi, Path folder) throws IOException {
            Files.writeString(folder.resolve("notes.txt"), "seen by the test");
            assertThat(new Driver(host, npi).connectAndClose("192.0.2.20:445").name())
                    .isEqualTo("STATUS_SUCCESS");
        }

        @WsksimTest
        void leaks(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
        }

        @WsksimTest
        void passes(WindowsHost host) {}
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String pathOf(Class<?> testClass) {
        return testClass.getName().replace('$', '_');
    }

    @Test
    void failedTests_leaveTheirArtefactsInTheFolder(@TempDir Path folder) throws IOException {
        JupiterRun run = JupiterRun.of(Some.class, Map.of("wsksim.artefacts.folder", folder.toString()));

        String some = pathOf(Some.class);
        assertThat(names(folder))
                .containsExactly(
                        some + "/fails/capture.pcapng",
                        some + "/fails/diagram.svg",
                        some + "/fails/diagram.txt",
                        some + "/fails/notes.txt",
                        some + "/fails/trace.jsonl",
                        some + "/leaks/capture.pcapng",
                        some + "/leaks/diagram.svg",
                        some + "/leaks/diagram.txt",
                        some + "/leaks/trace.jsonl");
        assertThat(run.messages())
                .allSatisfy(message -> assertThat(message).contains("\n  artefacts: " + folder.resolve(some)));
        Path fails = folder.resolve(some).resolve("fails");
        assertThat(Files.readAllLines(fails.resolve("trace.jsonl")).get(0)).contains("Some#fails");
        assertThat(Files.readString(fails.resolve("diagram.txt")))
                .contains("SYN")
                .contains("server");
        assertThat(Files.size(fails.resolve("capture.pcapng"))).isGreaterThan(200);
    }

    @Test
    void artefacts_areWrittenAlwaysOrNever_whenAsked(@TempDir Path folder) throws IOException {
        Path never = folder.resolve("never");
        JupiterRun.of(Some.class, Map.of("wsksim.artefacts.folder", never.toString(), "wsksim.artefacts", "never"));
        assertThat(names(never)).isEmpty();

        Path always = folder.resolve("always");
        JupiterRun.of(Some.class, Map.of("wsksim.artefacts.folder", always.toString(), "wsksim.artefacts", "always"));
        assertThat(names(always)).contains(pathOf(Some.class) + "/passes/trace.jsonl");
    }

    @Test
    void unknownWish_isRefusedByName() {
        assertThat(JupiterRun.of(Some.class, Map.of("wsksim.artefacts", "sometimes"))
                        .messages())
                .allSatisfy(message -> assertThat(message)
                        .contains("wsksim.artefacts is 'sometimes'; it may be failed, always, never"));
    }

    @Test
    void folderThatCannotBeMade_isToldBesideTheFailure(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(JupiterRun.of(Some.class, Map.of("wsksim.artefacts.folder", file.toString()))
                        .messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("artefacts could not be written: ")
                        .contains("replay: "));
    }

    @ExtendWith(WsksimExtension.class)
    static class Several {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void invoked(int number, WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
        }

        @WsksimTest
        void overloaded(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
        }

        @WsksimTest
        void overloaded(WindowsHost host, Path folder) {
            host.io().ioAllocateIrp(1, false);
        }
    }

    @Test
    void testsOfOneName_haveFoldersOfTheirOwn(@TempDir Path folder) throws IOException {
        JupiterRun.of(Several.class, Map.of("wsksim.artefacts.folder", folder.toString()));

        assertThat(names(folder).stream().filter(name -> name.endsWith("trace.jsonl")))
                .containsExactly(
                        pathOf(Several.class) + "/invoked-1/trace.jsonl",
                        pathOf(Several.class) + "/invoked-2/trace.jsonl",
                        pathOf(Several.class) + "/overloaded-WindowsHost-Path/trace.jsonl",
                        pathOf(Several.class) + "/overloaded-WindowsHost/trace.jsonl");
    }
}
