package dev.wsksim.scenario.bundle;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.ScenarioFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The parts that bundled scenarios include. */
final class BundledFiles implements ScenarioFiles {
    private final BundledScenarios bundle;

    BundledFiles(BundledScenarios bundle) {
        this.bundle = bundle;
    }

    @Override
    public Optional<String> beside(String file, String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : Splitter.on('/').split(folder(file) + path)) {
            if (step.equals("..") && steps.pollLast() == null) {
                return Optional.empty();
            } else if (!step.equals("..") && !step.equals(".") && !step.isEmpty()) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    @Override
    public byte[] read(String file) throws NoSuchFileException {
        return bundle.text(file)
                .orElseThrow(() -> new NoSuchFileException(file))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ImmutableList<String> partsIn(String file) {
        String folder = folder(file);
        return bundle.parts().stream()
                .filter(part -> folder(part).equals(folder))
                .map(part -> part.substring(folder.length()))
                .collect(ImmutableList.toImmutableList());
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
