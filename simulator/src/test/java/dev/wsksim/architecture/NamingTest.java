package dev.wsksim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No drawers: a class or package is named after its idea. And every package takes part in the check for nulls. */
final class NamingTest {
    private static final Pattern DRAWER =
            Pattern.compile("(?:.*[a-z0-9])?(?:Util|Utils|Helper|Helpers|Common|Misc|Manager)(?:[A-Z].*)?"
                    + "|utils?|helpers?|common|misc|managers?");

    /** Names that are NT's own. */
    private static final List<String> NT_NAMES = List.of("IoManager", "MemoryManager");

    @Test
    void mainSources_haveNoDrawers() {
        assertThat(ProjectSources.mainJavaFiles().stream()
                        .flatMap(NamingTest::names)
                        .distinct()
                        .filter(NamingTest::isDrawer))
                .isEmpty();
    }

    @Test
    void drawer_isKnownByAnyWordOfItsName() {
        assertThat(List.of("Util", "PathUtils", "TestHelper", "CommonNames", "SocketManager", "helpers", "IrpUtilBase"))
                .allMatch(NamingTest::isDrawer);
        assertThat(List.of("IoManager", "MemoryManager", "Commonality", "Utility", "manage", "Miscount"))
                .noneMatch(NamingTest::isDrawer);
    }

    @Test
    void packages_areNullMarked() {
        assertThat(ProjectSources.mainJavaFiles().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(directory -> !isNullMarked(directory.resolve("package-info.java"))))
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    private static boolean isNullMarked(Path packageInfo) {
        return Files.exists(packageInfo)
                && JavaSource.read(packageInfo).text().lines().anyMatch(line -> line.equals("@NullMarked"));
    }

    private static boolean isDrawer(String name) {
        return DRAWER.matcher(name).matches() && !NT_NAMES.contains(name);
    }

    /** The simple name of the file's class and the names of the directories it lies in. */
    private static Stream<String> names(Path file) {
        Path relative = ProjectSources.root().relativize(file);
        return Stream.iterate(relative, path -> path != null, Path::getParent)
                .map(path -> path.getFileName().toString().replaceFirst("\\.java$", ""));
    }
}
