package dev.wsksim.kernel.fs;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wsksim.engine.SimulationLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The file system of one Windows host: in memory, with drive C: and file times by the virtual clock; made when it is first
 * looked at.
 *
 * <p>A file's time 1970-01-01 is the beginning of the simulation. Jimfs draws the name of its URIs at random, so that two
 * simulations in one process do not meet; the name is in no path, and nothing of a run may depend on it.
 */
public final class WindowsFileSystem {

    private static final String ROOT = "C:\\";
    private static final String ETC = "C:\\Windows\\System32\\drivers\\etc";

    private final SimulationLoop loop;
    private final Map<String, String> content = new LinkedHashMap<>();
    private @Nullable FileSystem files;

    /** Makes a file system without files. */
    public WindowsFileSystem(SimulationLoop loop) {
        this.loop = loop;
    }

    /** Returns the folder {@code C:\Windows\System32\drivers\etc}. */
    public Path etc() {
        return fileSystem().getPath(ETC);
    }

    /** Returns the file system, where files can be read and written as everywhere. */
    public FileSystem fileSystem() {
        FileSystem made = files;
        if (made == null) {
            made = make();
            files = made;
        }
        return made;
    }

    /**
     * Gives a file a content, now or once the file system is made.
     *
     * @param path the file, within drive C:, with {@code /} or {@code \} between folders; {@code etc/} at its beginning
     *     stands for {@code Windows/System32/drivers/etc/}
     */
    public void put(String path, String text) {
        if (files == null) {
            content.put(path, text);
        } else {
            write(files, path, text);
        }
    }

    private FileSystem make() {
        Configuration configuration = Configuration.windows().toBuilder()
                .setFileTimeSource(() -> FileTime.from(loop.nowNanos(), TimeUnit.NANOSECONDS))
                .build();
        FileSystem made = Jimfs.newFileSystem(configuration);
        content.forEach((path, text) -> write(made, path, text));
        return made;
    }

    private static void write(FileSystem files, String path, String text) {
        String windows = path.replace('/', '\\');
        boolean inEtc = windows.startsWith("etc\\");
        Path file = files.getPath(inEtc ? ETC + windows.substring(3) : ROOT + windows);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }
}
