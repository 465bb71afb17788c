package dev.wsksim.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looks whether every flow of a public client and every fact that was observed has a bundled scenario, by the lists under {@code flows/}. */
class FlowsAndFactsTest {

    private static final String NOT_SHOWN = "not shown: ";

    /** The clients, and how many flows of each are known. */
    private static final ImmutableListMultimap<String, Integer> FLOWS_OF_CLIENTS =
            ImmutableListMultimap.<String, Integer>builder()
                    .put("EC", 5)
                    .put("WC", 6)
                    .put("FN", 3)
                    .put("KS", 3)
                    .put("WN", 3)
                    .put("LW", 5)
                    .put("WG", 5)
                    .put("WR", 7)
                    .put("MQ", 5)
                    .put("VT", 2)
                    .put("UB", 4)
                    .put("OV", 4)
                    .put("SL", 1)
                    .put("SB", 2)
                    .put("BF", 2)
                    .put("ZR", 1)
                    .put("RM", 1)
                    .put("SS", 1)
                    .put("XX", 3)
                    .build();

    /**
     * A line of a list.
     *
     * @param number the number of the flow or fact
     * @param where the scenarios that show it, or why none does
     */
    private record Entry(String number, String where) {

        boolean isShown() {
            return !where.startsWith(NOT_SHOWN);
        }

        List<String> files() {
            return isShown() ? Splitter.on(' ').splitToList(where) : ImmutableList.of();
        }
    }

    @Test
    void everyFlow_isPlayedByAScenarioOfAClient() throws IOException {
        ImmutableList<Entry> flows = entries("flows.txt");

        assertThat(flows.stream().map(Entry::number)).containsExactlyElementsOf(numbersOfFlows());
        assertThat(flows).allMatch(Entry::isShown);
        assertThat(files(flows)).isEqualTo(bundled("clients/"));
    }

    @Test
    void everyFact_isShownByAScenario_orHasAReasonWhyNot() throws IOException {
        ImmutableList<Entry> facts = entries("facts.txt");

        ImmutableList.Builder<String> numbers = ImmutableList.builder();
        IntStream.rangeClosed(1, 29).forEach(number -> numbers.add(Integer.toString(number)));
        IntStream.rangeClosed('a', 'z').forEach(letter -> numbers.add(Character.toString(letter)));
        assertThat(facts.stream().map(Entry::number)).containsExactlyElementsOf(numbers.build());
        assertThat(facts.stream().filter(fact -> !fact.isShown()).map(Entry::number))
                .as("the facts that have a reason")
                .containsExactly("e", "f", "h", "j", "q", "s", "v", "w");
        assertThat(files(facts)).isEqualTo(bundled("observed/"));
    }

    private static ImmutableList<String> numbersOfFlows() {
        return FLOWS_OF_CLIENTS.entries().stream()
                .flatMap(client ->
                        IntStream.rangeClosed(1, client.getValue()).mapToObj(number -> client.getKey() + "-" + number))
                .collect(toImmutableList());
    }

    private static ImmutableSet<String> files(ImmutableList<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.files().stream())
                .sorted()
                .collect(toImmutableSet());
    }

    private static ImmutableSet<String> bundled(String folder) {
        return BundledScenarios.shipped().paths().stream()
                .filter(path -> path.startsWith(folder))
                .sorted()
                .collect(toImmutableSet());
    }

    private static ImmutableList<Entry> entries(String list) throws IOException {
        return Resources.readLines(Resources.getResource("flows/" + list), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Splitter.on(" | ").splitToList(line))
                .map(parts -> new Entry(parts.get(0), parts.get(2)))
                .collect(toImmutableList());
    }
}
