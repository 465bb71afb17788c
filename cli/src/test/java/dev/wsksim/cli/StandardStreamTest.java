package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

/** Which failures of a write count. */
class StandardStreamTest {

    private static StandardStream failingWith(String message) {
        return new StandardStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        });
    }

    private static StandardStream written(StandardStream stream) {
        PrintWriter writer = new PrintWriter(stream);
        writer.print("text");
        writer.flush();
        return stream;
    }

    @Test
    void failure_fullDisk_isRemembered() {
        assertThat(written(failingWith("No space left on device")).failure())
                .hasValueSatisfying(error -> assertThat(error).hasMessage("No space left on device"));
    }

    @Test
    void failure_readerThatWentAway_isNone() {
        assertThat(written(failingWith("Broken pipe")).failure()).isEmpty();
        assertThat(written(failingWith("The pipe is being closed")).failure()).isEmpty();
    }

    @Test
    void failure_nothingWrong_isNone() {
        assertThat(written(new StandardStream(OutputStream.nullOutputStream())).failure())
                .isEmpty();
    }
}
