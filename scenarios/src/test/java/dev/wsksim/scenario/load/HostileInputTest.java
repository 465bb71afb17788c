package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Feeds the loader with files that are no scenarios, by accident or on purpose. None of them may throw, hang or fill
 * the memory.
 */
class HostileInputTest {
    private static final Path GOOD = Path.of("src/test/resources/dev/wsksim/scenario/load/good");
    private static final String SPECIAL = "{}[]:,-#&*!|>'\"%@` \t\r\n0aS~?<\u0085\u2028\u202E\uFEFF\uD83D\u0000";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final ScenarioLoader loader = new ScenarioLoader();

    private ScenarioProblem onlyProblem(LoadResult result) {
        assertThat(result.variants()).isEmpty();
        assertThat(result.problems()).hasSize(1);
        return result.problems().get(0);
    }

    private ScenarioProblem onlyProblemOf(String text) {
        return assertTimeoutPreemptively(LONG_ENOUGH, () -> onlyProblem(loader.loadText("f.yaml", text)));
    }

    private ScenarioProblem onlyProblemOf(byte[] bytes) throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.write(files.getPath("f.yaml"), bytes);
            return onlyProblem(loader.load(file));
        }
    }

    @Test
    void load_onWindowsAndUnixFileSystem_namesTheFileAsGiven() throws IOException {
        String text = Files.readString(GOOD.resolve("second-attempt.yaml"));
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
                FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            Path onWindows = windows.getPath("C:\\scenarios\\refused.yaml");
            Path onUnix = unix.getPath("/home/me/refused.yaml");
            for (Path file : List.of(onWindows, onUnix)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                LoadResult good = loader.load(file);
                assertThat(good.variants()).hasSize(2);
                assertThat(good.variants().get(0).position().file()).isEqualTo(file.toString());
                Files.writeString(file, text.replace("\n", "\r\n").replace("host: client", "host: klient"));
                assertThat(loader.load(file).problems())
                        .extracting(problem -> problem.position().toString())
                        .containsExactly(file + ":27:9");
            }
        }
    }

    @Test
    void load_missingFileAndFolder_areProblems() throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path folder = Files.createDirectory(files.getPath("/scenarios"));
            assertThat(onlyProblem(loader.load(folder.resolve("x.yaml"))).render())
                    .isEqualTo("/scenarios/x.yaml: there is no such file");
            assertThat(onlyProblem(loader.load(folder)).render())
                    .isEqualTo("/scenarios: this is a folder, not a scenario file\n  hint: name a file in it");
        }
    }

    @Test
    void load_fileOf50Megabytes_isRefusedWithoutReading() throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = files.getPath("huge.yaml");
            byte[] chunk = new byte[1 << 20];
            Arrays.fill(chunk, (byte) 'a');
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int i = 0; i < 50; i++) {
                    out.write(chunk);
                }
            }
            assertThat(onlyProblem(loader.load(file)).message())
                    .isEqualTo("the file is too large: 52,428,800 bytes, the limit is 1,048,576");
        }
    }

    @Test
    void loadText_ofTwoMegabytes_isRefused() {
        assertThat(onlyProblemOf("a".repeat(2 << 20)).message()).startsWith("the file is too large: 2,097,152");
    }

    @Test
    void load_deepNesting_isRefused() {
        ScenarioProblem problem = onlyProblemOf("a: " + "[".repeat(100_000));
        assertThat(problem.message()).isEqualTo("lists and mappings nest deeper than 64 levels");
        assertThat(problem.column()).isEqualTo(67);
        assertThat(onlyProblemOf("{a: ".repeat(100_000)).message()).contains("nest deeper");
        assertThat(onlyProblemOf("- ".repeat(100_000)).message()).contains("nest deeper");
        assertThat(onlyProblemOf("? ".repeat(100_000)).message()).contains("nest deeper");
    }

    @Test
    void load_aliasBomb_isRefused() {
        StringBuilder bomb = new StringBuilder("x-a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("x-a" + i + ": &a" + i + " [" + "*a".repeat(0));
            bomb.append(("*a" + (i - 1) + " , ").repeat(9)).append("]\n");
        }
        ScenarioProblem problem = onlyProblemOf(bomb.toString());
        assertThat(problem.message()).isEqualTo("the file holds more than 100000 values with aliases written out");
        assertThat(problem.line()).isEqualTo(5);
    }

    /** Without a limit each of the problems would hold the name once more. */
    @Test
    void load_longNameInManyProblems_isShortenedInEach() {
        String text = "wsksim: 1\nname: x\nhosts: { a: { addresses: [192.0.2.1] } }\ndriver: { host: a }\nsteps:\n"
                + "  - checkpoint: &a " + "n".repeat(500_000) + "\n" + "  - await: *a\n".repeat(400);
        LoadResult result = assertTimeoutPreemptively(LONG_ENOUGH, () -> loader.loadText("f.yaml", text));
        assertThat(result.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.message().length() <= 1003);
        assertThat(result.problems()).anyMatch(problem -> problem.message().contains("nnn...nnn"));
    }

    @Test
    void load_manyValues_areRefused() {
        assertThat(onlyProblemOf("a: [" + "1,".repeat(400_000) + "]").message()).contains("more than 100000 values");
    }

    @Test
    void load_matrixBomb_isRefused() {
        String value = "y".repeat(100_000);
        String bomb = "wsksim: 1\nmatrix: { a: [\"" + value + "\"] }\nname: \"" + "${a}".repeat(200_000) + "\"\n"
                + "hosts: { a: { addresses: [192.0.2.1] } }\ndriver: { host: a }\nsteps: [{ checkpoint: x }]\n";
        assertThat(onlyProblemOf(bomb).message()).isEqualTo("the variables make the file too large");
    }

    @Test
    void load_byteOrderMark_isNoProblem() throws IOException {
        String text = "\uFEFF" + Files.readString(GOOD.resolve("second-attempt.yaml"));
        assertThat(loader.loadText("f.yaml", text).renderProblems()).isEmpty();
    }

    @Test
    void load_carriageReturnAtTheEnd_isNoPlaceBehindTheLine() {
        assertThat(onlyProblemOf("a: {b\r").position()).hasToString("f.yaml:1:6");
    }

    @Test
    void load_utf16_saysSo() throws IOException {
        byte[] bytes = "\uFEFFwsksim: 1".getBytes(StandardCharsets.UTF_16LE);
        assertThat(onlyProblemOf(bytes).message()).isEqualTo("the file is UTF-16 text, a scenario is UTF-8");
    }

    @Test
    void load_latin1_namesByteAndPlace() throws IOException {
        byte[] bytes = "wsksim: 1\nname: Gr\u00FC\u00DFe\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(onlyProblemOf(bytes).render())
                .isEqualTo("f.yaml:2:9: this is not UTF-8 text: byte 0xFC\n"
                        + "    2 | name: Gr\uFFFD\n"
                        + "      |         ^\n"
                        + "  hint: a scenario is plain text; save it with the encoding UTF-8");
    }

    @Test
    void load_truncatedUtf8_isAProblem() throws IOException {
        assertThat(onlyProblemOf(new byte[] {'a', (byte) 0xE2, (byte) 0x82}).message())
                .contains("not UTF-8");
    }

    @Test
    void load_binaryJunk_isAProblem() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        assertThat(onlyProblemOf(png).message()).contains("byte 0x89");
        assertThat(onlyProblemOf(new byte[] {'M', 'Z', 0, 3}).message())
                .isEqualTo("character U+0000 is not allowed in YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "---", "--- \n...\n", "# note", "~", "null"})
    void load_nothing_isAProblem(String text) {
        assertThat(onlyProblemOf(text).message())
                .containsAnyOf("the file holds no scenario", "a scenario is a mapping");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void load_randomBytes_neverThrows(long seed) throws IOException {
        Random random = new Random(seed);
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = files.getPath("f.yaml");
            for (int i = 0; i < 300; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                Files.write(file, bytes);
                LoadResult result = loader.load(file);
                assertThat(result.problems()).as("seed %d, round %d", seed, i).isNotEmpty();
                assertThat(result.renderProblems()).isNotEmpty();
            }
        }
    }

    /** Six seeds in every build; {@code -Dwsksim.fuzz.seeds=1000} for a longer hunt. */
    static LongStream mutationSeeds() {
        return LongStream.rangeClosed(1, Long.getLong("wsksim.fuzz.seeds", 6));
    }

    /** Each of these made some parser or check of a quadratic kind slow, or might. */
    static Stream<String> longInputs() {
        int half = 500_000;
        String head = "wsksim: 1\nname: x\n";
        String names = IntStream.range(0, 25_000).mapToObj(i -> "n" + i + ", ").collect(Collectors.joining());
        String keys =
                IntStream.range(0, 40_000).mapToObj(i -> " k" + i + ": 1\n").collect(Collectors.joining());
        String links = IntStream.range(0, 30_000)
                .mapToObj(i -> " a" + i + " -> b: same\n")
                .collect(Collectors.joining());
        String hosts = IntStream.range(0, 20_000)
                .mapToObj(i ->
                        " h" + i + ": { addresses: [10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256 + "] }\n")
                .collect(Collectors.joining());
        return Stream.of(
                "${".repeat(half),
                "a: " + "${".repeat(half),
                "\"".repeat(half),
                "'".repeat(half) + "x",
                "\"" + "\n".repeat(half),
                "&a ".repeat(half / 2),
                "!a ".repeat(half / 2),
                "%".repeat(half),
                ": ".repeat(half),
                "a:\n".repeat(half / 2),
                "x ".repeat(half),
                "x\n".repeat(half),
                "[\n".repeat(half),
                "a: |\n" + " x\n".repeat(half / 2),
                "\t".repeat(half),
                "{a, ".repeat(half / 3),
                "- a: b\n".repeat(half / 4),
                "#\n".repeat(half),
                "---\n".repeat(half / 3),
                "*a ".repeat(half / 2),
                head + "a".repeat(half) + ": 1\n" + "b".repeat(half / 2) + ": 1\n",
                head + "matrix:\n" + keys,
                head + "matrix: { v: [" + names + "] }",
                head + keys,
                head + "hosts:\n" + keys,
                head + "links:\n" + links,
                head + "hosts:\n" + hosts + "steps:\n - await: [" + names + "]\n",
                head + "hosts:\n" + hosts + "links:\n" + links.replace("a", "g"),
                head + "expect: { violations: [" + names + "] }");
    }

    @ParameterizedTest(name = "long input {index}")
    @MethodSource("longInputs")
    void load_longInput_takesNoTimeWorthMentioning(String text) {
        LoadResult result = assertTimeoutPreemptively(LONG_ENOUGH, () -> loader.loadText("f.yaml", text));
        assertThat(result.variants()).isEmpty();
        assertThat(result.problems()).hasSizeBetween(1, VariantProblems.MAX_TOLD + 1);
        assertThat(result.renderProblems().length()).isLessThan(100_000);
    }

    /** Breaks good files in many small ways; whatever comes out, each problem must lie in the file and be told. */
    @ParameterizedTest
    @MethodSource("mutationSeeds")
    void load_mutatedGoodFile_neverThrows(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> good = List.of(
                Files.readString(GOOD.resolve("second-attempt.yaml")),
                Files.readString(GOOD.resolve("everything.yaml")));
        for (int round = 0; round < 400; round++) {
            String text = good.get(round % good.size());
            for (int i = random.nextInt(4); i >= 0; i--) {
                text = mutate(text, random);
            }
            checkResult(text, "seed " + seed + ", round " + round);
        }
    }

    private void checkResult(String text, String as) {
        LoadResult result = loader.loadText("f.yaml", text);
        if (result.isUsable()) {
            assertThat(SchemaTest.validateText(text))
                    .as("%s: the schema refuses what the binder takes%n%s", as, text)
                    .isEmpty();
        }
        assertThat(result.variants().isEmpty())
                .as(as)
                .isEqualTo(!result.problems().isEmpty());
        int lines = SourceText.of("f.yaml", text).lines().size();
        for (ScenarioProblem problem : result.problems()) {
            assertThat(problem.line()).as(as).isBetween(0, lines);
            assertThat(problem.render()).as(as).startsWith("f.yaml:");
            assertThat(problem.message()).as(as).isNotBlank();
        }
    }

    private static String mutate(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        String[] lines = text.split("\n", -1);
        int line = random.nextInt(lines.length);
        switch (random.nextInt(8)) {
            case 0:
                return text.substring(0, at) + text.substring(end);
            case 1:
                return text.substring(0, at) + text.substring(at, end) + text.substring(at);
            case 2:
                return text.substring(0, at) + SPECIAL.charAt(random.nextInt(SPECIAL.length())) + text.substring(at);
            case 3:
                lines[line] = "";
                return String.join("\n", lines);
            case 4:
                lines[line] = " " + lines[line];
                return String.join("\n", lines);
            case 5:
                lines[line] = lines[random.nextInt(lines.length)];
                return String.join("\n", lines);
            case 6:
                lines[line] = lines[line].replaceAll("[A-Za-z0-9.]+$", "\\${outcome}");
                return String.join("\n", lines);
            default:
                lines[line] = lines[line].replaceFirst(": .*", random.nextBoolean() ? ":" : ": [x, {y: 1}]");
                return String.join("\n", lines);
        }
    }
}
