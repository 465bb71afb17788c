package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Notices which of the files that words on the command line stand for are new or changed since it last looked.
 *
 * <p>It looks at size and time of every file instead of asking the system to tell: that works on every file system, for
 * folders as well as for files that an editor replaces, and some hundred files take no time.
 */
final class FileWatch {
    private static final long MILLIS_BETWEEN_LOOKS = 250;

    private final FileSystem files;
    private final BundledScenarios bundle;
    private final List<String> words;
    private ImmutableMap<String, Look> last;
    private ImmutableList<ScenarioSource> parts = ImmutableList.of();

    /** What a file looks like from outside. */
    private record Look(FileTime changed, long size) {}

    FileWatch(FileSystem files, BundledScenarios bundle, List<String> words) {
        this.files = files;
        this.bundle = bundle;
        this.words = words;
        this.last = look();
    }

    /** Watches the files, too, which those that the words stand for include; a change of them counts from now on. */
    void watchParts(ImmutableList<ScenarioSource> included) {
        parts = included;
        Map<String, Look> known = new LinkedHashMap<>(last);
        for (ScenarioSource part : included) {
            if (part instanceof ScenarioSource.OnDisk file) {
                known.computeIfAbsent(file.name(), name -> look(file.path()));
            }
        }
        last = ImmutableMap.copyOf(known);
    }

    /** Returns how many files there were when it last looked. */
    int count() {
        return last.size();
    }

    /** Returns the names of the files that there were when it last looked. */
    ImmutableSet<String> names() {
        return last.keySet();
    }

    /**
     * Waits until a file is new or changed, and returns the names of all that are; empty where somebody wants no more
     * waiting. A file that has gone is no reason to wake up.
     */
    ImmutableSet<String> await(BooleanSupplier cancelled) throws InterruptedException {
        while (!cancelled.getAsBoolean()) {
            ImmutableMap<String, Look> now = look();
            ImmutableMap<String, Look> before = last;
            last = now;
            ImmutableSet<String> changed = now.entrySet().stream()
                    .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(ImmutableSet.toImmutableSet());
            if (!changed.isEmpty()) {
                return changed;
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        return ImmutableSet.of();
    }

    private ImmutableMap<String, Look> look() {
        ScenarioSelection selection = new ScenarioSelection(files, bundle);
        selection.addAll(words);
        ImmutableMap.Builder<String, Look> looks = ImmutableMap.builder();
        for (ScenarioSource source : Iterables.concat(selection.sources(), parts)) {
            if (source instanceof ScenarioSource.OnDisk file) {
                looks.put(file.name(), look(file.path()));
            }
        }
        return looks.buildKeepingLast();
    }

    private static Look look(Path file) {
        try {
            return new Look(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException gone) {
            return new Look(FileTime.fromMillis(0), -1);
        }
    }
}
