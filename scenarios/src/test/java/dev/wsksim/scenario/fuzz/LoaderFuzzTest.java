package dev.wsksim.scenario.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Breaks every scenario that users see. For a longer hunt {@code -Dwsksim.fuzz.files=1000000}, with {@code
 * -Dwsksim.fuzz.plays=10000} for the scenarios that are whole all the same, {@code -Dwsksim.fuzz.first=NUMBER} to begin
 * elsewhere, or to see one file again.
 */
class LoaderFuzzTest {
    private static final long SEED = 5;
    private static final long FILES = Long.getLong("wsksim.fuzz.files", 3_000);
    private static final long PLAYS = Long.getLong("wsksim.fuzz.plays", 200);
    private static final long FIRST = Long.getLong("wsksim.fuzz.first", 0);

    /** A thousand times what it takes, so that only a hang exceeds it. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60).plusMillis(10 * FILES);

    @Test
    void corpus_isBundleAndDocumentation() throws IOException {
        assertThat(FuzzCorpus.texts()).hasSizeGreaterThan(800);
        assertThat(FuzzCorpus.examples()).hasSizeGreaterThan(5);
    }

    @Test
    void file_isTheSameEachTime_andNotAsItWas() throws IOException {
        ImmutableList<String> corpus = FuzzCorpus.texts();
        byte[] first = new ScenarioMutator(corpus, SEED).file(7);

        assertThat(new ScenarioMutator(corpus, SEED).file(7)).isEqualTo(first);
        assertThat(new ScenarioMutator(corpus, SEED).file(8)).isNotEqualTo(first);
        assertThat(corpus).doesNotContain(new String(first, UTF_8));
    }

    @Test
    void brokenFiles_giveScenariosOrNamedProblems(TestReporter reporter) throws IOException {
        LoaderFuzz fuzz = new LoaderFuzz(new ScenarioMutator(FuzzCorpus.texts(), SEED));

        assertTimeoutPreemptively(LONG_ENOUGH, () -> fuzz.run(FIRST, FILES, PLAYS));

        reporter.publishEntry(fuzz.summary());
        assertThat(fuzz.usable()).isBetween(FILES / 50, FILES / 2);
        assertThat(fuzz.played()).isEqualTo(PLAYS);
    }

    @Test
    void brokenParts_giveScenariosOrNamedProblems(TestReporter reporter) throws IOException {
        ImmutableMap<String, String> parts = FuzzCorpus.parts();
        LoaderFuzz fuzz = new LoaderFuzz(new ScenarioMutator(parts.values().asList(), SEED));
        long count = FILES / 3;

        assertTimeoutPreemptively(LONG_ENOUGH, () -> fuzz.runParts(FuzzCorpus.scenarioOfParts(), parts, FIRST, count));

        reporter.publishEntry(fuzz.summary());
        assertThat(fuzz.usable()).isBetween(count / 50, count / 2);
    }
}
