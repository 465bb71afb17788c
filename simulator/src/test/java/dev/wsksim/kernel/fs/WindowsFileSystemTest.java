package dev.wsksim.kernel.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WindowsFileSystemTest {

    private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    private final WindowsFileSystem files = new WindowsFileSystem(loop);

    @Test
    void etc_isWhereWindowsHasIt_andCaseDoesNotCount() throws IOException {
        files.put("etc/hosts", "192.0.2.20 server");
        assertThat(files.etc()).hasToString("C:\\Windows\\System32\\drivers\\etc");
        assertThat(Files.readString(files.etc().resolve("HOSTS"))).isEqualTo("192.0.2.20 server");
        files.put("etc\\hosts", "changed");
        assertThat(Files.readString(files.fileSystem().getPath("c:\\windows\\system32\\drivers\\etc\\hosts")))
                .isEqualTo("changed");
    }

    @Test
    void put_pathElsewhere_isWithinDriveC() throws IOException {
        files.put("Temp/trace.txt", "text");
        assertThat(Files.readString(files.fileSystem().getPath("C:\\Temp\\trace.txt")))
                .isEqualTo("text");
    }

    @Test
    void lastModifiedTime_isVirtual() throws IOException {
        files.fileSystem();
        loop.schedule(SimDuration.ofSeconds(3).nanos(), () -> files.put("etc/services", "x 1/tcp"));
        loop.run();
        Path services = files.etc().resolve("services");
        assertThat(Files.getLastModifiedTime(services).toMillis()).isEqualTo(3000);
    }

    @Test
    void twoFileSystems_shareNothing() {
        files.put("etc/hosts", "192.0.2.20 server");
        WindowsFileSystem other = new WindowsFileSystem(loop);
        assertThat(files.etc().resolve("hosts")).exists();
        assertThat(other.etc().resolve("hosts")).doesNotExist();
    }
}
