package dev.wsksim.cli;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Longs;
import dev.wsksim.Configuration;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the seed comes from, when it is not the scenario's own. */
final class SeedOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            description = "The seed of all chance, instead of the scenario's own (1 unless it says otherwise).")
    private @Nullable Long seed;

    @Option(
            names = "--seed-from",
            paramLabel = "TEXT",
            description = "Derive the seed from a text, such as the hash of a commit.")
    private @Nullable String text;

    /** Returns the text that the seed is derived from, or null. */
    @Nullable
    String source() {
        return text;
    }

    /** Returns the seed that is asked for. */
    OptionalLong seed() {
        if (text != null) {
            return OptionalLong.of(seedOf(text));
        }
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns what the first line of a report says of the seed. */
    String text() {
        OptionalLong wanted = seed();
        return wanted.isEmpty()
                ? "seed " + Configuration.DEFAULT_SEED
                : "seed " + wanted.getAsLong() + (text == null ? "" : " from '" + VisibleText.line(text) + "'");
    }

    /** Returns what the first line of a report about these scenarios says of the seed. */
    String textFor(List<Scenario> scenarios) {
        long own = scenarios.stream()
                .filter(scenario -> scenario.seed().isPresent())
                .count();
        if (seed().isPresent() || own == 0) {
            return text();
        }
        return own == scenarios.size()
                ? "seeds of the scenarios"
                : text() + " where a scenario has none of its own";
    }

    /** The first 16 hexadecimal digits of the text's SHA-256, less the top bit, which no seed has. */
    private static long seedOf(String text) {
        byte[] hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return Longs.fromByteArray(hash) & Long.MAX_VALUE;
    }
}
