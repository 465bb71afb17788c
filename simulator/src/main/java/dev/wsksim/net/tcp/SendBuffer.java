package dev.wsksim.net.tcp;

import dev.wsksim.net.packet.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that the user has given to a connection and that are not acknowledged yet, by sequence number.
 *
 * <p>Bytes are copied in once, into chunks that are only ever appended to, so that every segment, sent again or not, can
 * share them. Data that spans two chunks is copied together.
 */
final class SendBuffer {

    private static final int SMALLEST_CHUNK = 512;
    private static final int USUAL_CHUNK = 65_536;

    private int begin;
    private int end;
    private @Nullable Chunk first;
    private @Nullable Chunk last;
    /** The chunk of the last slice, since most slices follow each other. */
    private @Nullable Chunk cursor;

    SendBuffer(int begin) {
        this.begin = begin;
        this.end = begin;
    }

    /** Returns the sequence number of the first byte that is kept. */
    int begin() {
        return begin;
    }

    /** Returns the sequence number behind the last byte. */
    int end() {
        return end;
    }

    /** Returns how many bytes are kept. */
    int length() {
        return end - begin;
    }

    /** Copies bytes in behind all others. */
    void append(byte[] data, int offset, int length) {
        Chunk chunk = last;
        int done = 0;
        if (chunk != null) {
            done = Math.min(length, chunk.bytes.length - chunk.filled);
            System.arraycopy(data, offset, chunk.bytes, chunk.filled, done);
            chunk.filled += done;
            end += done;
        }
        if (done < length) {
            add(chunk, data, offset + done, length - done);
        }
    }

    private void add(@Nullable Chunk before, byte[] data, int offset, int length) {
        int usual = before == null ? SMALLEST_CHUNK : Math.min(2 * before.bytes.length, USUAL_CHUNK);
        // A copy of just these bytes spares the JVM to fill the array with zeros first.
        byte[] bytes = length >= usual
                ? Arrays.copyOfRange(data, offset, offset + length)
                : Arrays.copyOf(Arrays.copyOfRange(data, offset, offset + length), usual);
        Chunk chunk = new Chunk(bytes, end, length);
        end += length;
        if (before == null) {
            first = chunk;
        } else {
            before.next = chunk;
        }
        last = chunk;
    }

    /** Returns bytes from a sequence number on, all of which are kept. */
    ByteSlice slice(int sequence, int length) {
        Chunk chunk = find(sequence);
        cursor = chunk;
        int offset = sequence - chunk.first;
        if (length <= chunk.filled - offset) {
            return ByteSlice.of(chunk.bytes, offset, length);
        }
        byte[] joined = new byte[length];
        int done = 0;
        Chunk from = chunk;
        while (done < length) {
            if (from == null) {
                throw new AssertionError("bytes " + sequence + " to " + (sequence + length) + " are not kept");
            }
            int count = Math.min(length - done, from.filled - offset);
            System.arraycopy(from.bytes, offset, joined, done, count);
            done += count;
            offset = 0;
            from = from.next;
        }
        return ByteSlice.of(joined, 0, length);
    }

    /** Forgets the bytes before a sequence number. */
    void release(int sequence) {
        begin = sequence;
        Chunk chunk = first;
        // The last chunk stays as long as there is room in it.
        while (chunk != null
                && SequenceNumbers.lessOrEqual(chunk.first + chunk.filled, sequence)
                && (chunk != last || chunk.filled == chunk.bytes.length)) {
            if (cursor == chunk) {
                cursor = chunk.next;
            }
            chunk = chunk.next;
        }
        first = chunk;
        if (chunk == null) {
            last = null;
        }
    }

    private Chunk find(int sequence) {
        Chunk at = cursor;
        if (at == null || SequenceNumbers.less(sequence, at.first)) {
            at = first;
        }
        while (at != null && SequenceNumbers.lessOrEqual(at.first + at.filled, sequence)) {
            at = at.next;
        }
        if (at == null || SequenceNumbers.less(sequence, begin)) {
            throw new AssertionError("byte " + Integer.toUnsignedString(sequence) + " is not kept");
        }
        return at;
    }

    private static final class Chunk {
        private final byte[] bytes;
        private final int first;
        private int filled;
        private @Nullable Chunk next;

        Chunk(byte[] bytes, int first, int filled) {
            this.bytes = bytes;
            this.first = first;
            this.filled = filled;
        }
    }
}
