package dev.wsksim.scenario.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.ItemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Walks the registry: what it calls simulated is named by a bundled scenario and by a Java test.
 *
 * <p>The files under {@code interface/} name the items that are still without; they may only become shorter.
 */
class InterfaceEvidenceTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final ImmutableList<Path> TESTS = ImmutableList.of(
            Path.of("..", "simulator", "src", "test", "java"),
            Path.of("src", "test", "java"),
            Path.of("..", "cli", "src", "test", "java"));

    /** These tests name items only because they hold the registry. */
    private static final ImmutableList<String> TESTS_OF_THE_REGISTRY =
            ImmutableList.of("InterfaceItemsTest.java", "InterfaceEvidenceTest.java", "HeaderConstantsTest.java");

    @Test
    void everySimulatedItem_isNamedByAScenario() throws IOException {
        ImmutableSortedSet<String> words = words(files(Path.of("src", "main", "resources", "scenarios"), ".yaml"));

        assertThat(missing(item -> words.contains(item.name())))
                .as("simulated, but no bundled scenario names them")
                .isSubsetOf(allowed("without-a-scenario.txt"));
    }

    @Test
    void everySimulatedItem_isNamedByATest() throws IOException {
        Stream<Path> sources = Stream.empty();
        for (Path folder : TESTS) {
            sources = Stream.concat(sources, files(folder, ".java"));
        }
        ImmutableSortedSet<String> words = words(sources.filter(
                file -> !TESTS_OF_THE_REGISTRY.contains(file.getFileName().toString())));

        assertThat(missing(item -> inJava(item).anyMatch(words::contains)))
                .as("simulated, but no Java test names them")
                .isSubsetOf(allowed("without-a-test.txt"));
    }

    @Test
    void everyItem_isSimulatedOrLeftOutForAReason() throws IOException {
        assertThat(InterfaceItems.all().stream()
                        .filter(item -> item.support() == Support.NONE)
                        .map(InterfaceItem::name))
                .as("neither simulated nor left out for a reason")
                .isSubsetOf(allowed("not-simulated-yet.txt"));
    }

    @Test
    void exceptions_areItems() throws IOException {
        for (String file : ImmutableList.of("without-a-scenario.txt", "without-a-test.txt", "not-simulated-yet.txt")) {
            assertThat(allowed(file))
                    .as(file)
                    .allMatch(name -> InterfaceItems.byName(name).isPresent());
        }
    }

    /** C's exact spelling, or the Java names of functions (wskBind), structures (WskBuf) and macros (makeWskVersion). */
    private static Stream<String> inJava(InterfaceItem item) {
        String name = item.name();
        if (item.kind() == ItemKind.FUNCTION || item.kind() == ItemKind.CALLBACK) {
            return Stream.of(name, Ascii.toLowerCase(name.charAt(0)) + name.substring(1));
        }
        return item.kind() == ItemKind.STRUCTURE || item.value().isEmpty()
                ? Stream.of(name, camel(CaseFormat.UPPER_CAMEL, name), camel(CaseFormat.LOWER_CAMEL, name))
                : Stream.of(name);
    }

    private static String camel(CaseFormat format, String name) {
        String spelled = name.replaceFirst("^SOCKADDR", "SOCK_ADDR");
        return CaseFormat.UPPER_UNDERSCORE.to(format, spelled);
    }

    private interface Evidence {
        boolean names(InterfaceItem item);
    }

    private static ImmutableList<String> missing(Evidence evidence) {
        return InterfaceItems.all().stream()
                .filter(item -> item.support().isSimulated() && !evidence.names(item))
                .map(InterfaceItem::name)
                .collect(toImmutableList());
    }

    private static ImmutableList<String> allowed(String file) throws IOException {
        return Resources.asCharSource(Resources.getResource("interface/" + file), StandardCharsets.UTF_8)
                .readLines()
                .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(toImmutableList());
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).collect(toImmutableList()).stream();
        }
    }

    private static ImmutableSortedSet<String> words(Stream<Path> files) {
        return files.flatMap(file -> WORD.matcher(text(file)).results().map(MatchResult::group))
                .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
