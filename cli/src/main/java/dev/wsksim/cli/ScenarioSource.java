package dev.wsksim.cli;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a scenario comes from: a file, or the program itself. */
sealed interface ScenarioSource {
    /** Returns the name that messages and replay lines use. */
    String name();

    /** Loads it. */
    LoadResult load(ScenarioLoader loader);

    /** Reads its text (once more); empty when that fails. */
    Optional<String> text();

    /** Returns a file that it includes, by the name that the loader gave it. */
    ScenarioSource part(String file);

    /** A file. */
    record OnDisk(Path path) implements ScenarioSource {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public LoadResult load(ScenarioLoader loader) {
            return loader.load(path);
        }

        @Override
        public ScenarioSource part(String file) {
            return new OnDisk(path.getFileSystem().getPath(file));
        }

        @Override
        public Optional<String> text() {
            try {
                return Optional.of(Files.readString(path));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** A scenario that comes with wsksim. */
    record Bundled(BundledScenarios bundle, String name) implements ScenarioSource {
        @Override
        public LoadResult load(ScenarioLoader loader) {
            return bundle.load(name, loader);
        }

        @Override
        public ScenarioSource part(String file) {
            return new Bundled(bundle, file);
        }

        @Override
        public Optional<String> text() {
            return bundle.text(name);
        }
    }
}
