package dev.wsksim.net.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The folder {@code etc} of a host with its files {@code hosts} and {@code services}, read anew each time, so that a
 * change counts from then on. A file that is not there is empty.
 */
public final class NameFiles {

    /** The name of the file with the hosts. */
    public static final String HOSTS = "hosts";

    /** The name of the file with the services. */
    public static final String SERVICES = "services";

    private final Supplier<Path> folder;

    /** Makes an object that asks for the folder only when a file is needed. */
    public NameFiles(Supplier<Path> folder) {
        this.folder = folder;
    }

    /** Reads the file {@code hosts}. */
    public HostsFile hosts() {
        return HostsFile.parse(read(HOSTS));
    }

    /** Reads the file {@code services}. */
    public ServicesFile services() {
        return ServicesFile.parse(read(SERVICES));
    }

    private String read(String name) {
        Path file = folder.get().resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
