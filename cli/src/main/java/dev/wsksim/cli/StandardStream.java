package dev.wsksim.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output or standard error, which remembers that a write has failed: a PrintWriter does not say why. */
final class StandardStream extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    /** Makes the stream of a descriptor. */
    StandardStream(FileDescriptor descriptor) {
        this(new FileOutputStream(descriptor));
    }

    /** Makes a stream in front of another. */
    StandardStream(OutputStream stream) {
        super(stream);
    }

    /**
     * Returns why what was written is lost; empty when nothing is. A reader that went away, as in {@code wsksim list |
     * head}, wanted no more, and is no failure.
     */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure).filter(error -> !isClosedPipe(error));
    }

    private static boolean isClosedPipe(IOException error) {
        // "Broken pipe" on Unix, "The pipe is being closed" or "The pipe has been ended" on Windows.
        return String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
