package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor with the YAML language server shows for our JSON Schema while a bundled scenario is read or written. */
class EditorTest {
    private static final Path SCHEMA = Path.of("../docs/reference/scenario-1.schema.json");
    private static final String LESSON = "lessons/01-first-connect.yaml";

    @TempDir
    Path folder;

    @BeforeAll
    static void requireServer() {
        NodeTools.require();
    }

    private static String lesson() {
        return BundledScenarios.shipped().text(LESSON).orElseThrow();
    }

    /** Replaces what is there exactly once. */
    private static String changed(String text, String before, String after) {
        assertThat(text).containsOnlyOnce(before);
        return text.replace(before, after);
    }

    private String shown(String text, String... questions) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
        List<String> arguments = new ArrayList<>(List.of(SCHEMA.toString(), file.toString()));
        arguments.addAll(List.of(questions));
        return NodeTools.said(folder, "editor.mjs", arguments);
    }

    /** The place of a word in a text, in the form that a question has. */
    private static String at(String text, String word) {
        int index = text.indexOf(word);
        assertThat(index).as(word).isNotNegative();
        String before = text.substring(0, index);
        long line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
        return line + ":" + (index - before.lastIndexOf('\n') + 1);
    }

    @Test
    void goodFile_hasNoComplaints_andTellsWhatItsKeysMean() throws Exception {
        String text = lesson();

        Golden.assertMatches(
                "editor-good.txt",
                shown(
                        text,
                        "diagnostics",
                        "hover:" + at(text, "latency"),
                        "hover:" + at(text, "id: connect"),
                        "hover:" + at(text, "after: 10ms")));
    }

    @Test
    void badFile_hasAComplaintForEachMistake_whereTheLoaderHasIt() throws Exception {
        String text = changed(lesson(), "latency: 5ms", "latency: soon");
        text = changed(text, "    id: connect", "    idd: connect");
        text = changed(text, "  - await: connect", "  - await: { connect: 1 }");
        text = changed(text, "driver: { host: client }", "driver: { hots: client }");

        String shown = shown(text, "diagnostics");

        Golden.assertMatches("editor-bad.txt", shown);
        List<Integer> lines = shown.lines()
                .skip(1)
                .map(line -> Integer.parseInt(line.strip().split(":", 2)[0]))
                .distinct()
                .toList();
        assertThat(new ScenarioLoader().loadText("f.yaml", text).problems())
                .extracting(problem -> problem.line())
                .containsAll(lines);
    }

    @Test
    void fileBeingWritten_isCompletedWithKeysAndWords() throws Exception {
        String text = changed(
                lesson(), "  client -> server: { latency: 5ms }\n", "  client -> server:\n    latency: 5ms\n    \n");
        text = changed(text, "wsksim: 1\n", "wsksim: 1\nprofile: \n");

        Golden.assertMatches("editor-writing.txt", shown(text, "completion:2:10", "completion:18:5"));
    }
}
