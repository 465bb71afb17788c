package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** The files around a text that is in memory: there are none. */
final class NoFiles implements ScenarioFiles {
    @Override
    public Optional<String> beside(String file, String path) {
        return Optional.empty();
    }

    @Override
    public byte[] read(String file) throws NoSuchFileException {
        throw new NoSuchFileException(file);
    }

    @Override
    public ImmutableList<String> partsIn(String file) {
        return ImmutableList.of();
    }
}
