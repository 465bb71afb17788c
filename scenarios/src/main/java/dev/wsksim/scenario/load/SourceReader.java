package dev.wsksim.scenario.load;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads a file as UTF-8 text and refuses what cannot be a scenario before any of it is parsed. */
final class SourceReader {
    /** The largest file that is read. */
    static final int MAX_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceReader() {}

    /** Reads a file. The answer holds its text, and a problem when the text is not to be parsed. */
    static Problems read(Path path) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            return refused(file, "this is a folder, not a scenario file", "name a file in it");
        }
        try {
            Optional<String> notAFile = FileTrouble.notAFile(path);
            if (notAFile.isPresent()) {
                return refused(file, notAFile.get(), "save its text in a file first");
            }
            long size = Files.size(path);
            return size > MAX_BYTES ? tooLarge(file, size) : decode(file, firstBytes(path));
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file", "");
        } catch (IOException e) {
            return refused(file, "the file cannot be read: " + FileTrouble.reason(e), "");
        }
    }

    /** Takes a text that is in memory already. */
    static Problems ofText(String file, String text) {
        if (text.length() > MAX_BYTES) {
            return tooLarge(file, text.length());
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        Problems problems = new Problems(SourceText.of(file, marked ? text.substring(1) : text));
        refuseUnprintable(problems);
        return problems;
    }

    /** Decodes the bytes of a file. */
    static Problems decode(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return tooLarge(file, bytes.length);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return refused(
                    file, "the file is UTF-16 text, a scenario is UTF-8", "save it again with the encoding UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        return result.isError() ? notUtf8(file, text, bytes[in.position()] & 0xFF) : ofText(file, text);
    }

    /** Returns the bytes of a file up to one more than may be read. */
    static byte[] firstBytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            // A file that grows meanwhile has no trustworthy size: never take more than one byte above the limit.
            return ByteStreams.limit(in, MAX_BYTES + 1L).readAllBytes();
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Problems refused(String file, String message, String hint) {
        Problems problems = new Problems(SourceText.of(file, ""));
        problems.reportFile(message, hint);
        return problems;
    }

    private static Problems tooLarge(String file, long size) {
        String message =
                String.format(Locale.ROOT, "the file is too large: %,d bytes, the limit is %,d", size, MAX_BYTES);
        return refused(file, message, "one file holds one behaviour; write variants with 'matrix', not by copy");
    }

    private static Problems notUtf8(String file, String before, int badByte) {
        SourceText source = SourceText.of(file, before + "\uFFFD");
        Problems problems = new Problems(source);
        String message = String.format(Locale.ROOT, "this is not UTF-8 text: byte 0x%02X", badByte);
        problems.report(
                source.atIndex(before.length()),
                1,
                message,
                "a scenario is plain text; save it with the encoding UTF-8");
        return problems;
    }

    private static void refuseUnprintable(Problems problems) {
        String text = problems.source().text();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (!printable(codePoint)) {
                String message = String.format(Locale.ROOT, "character U+%04X is not allowed in YAML", codePoint);
                problems.report(problems.source().atIndex(i), 1, message, "is this a text file?");
                return;
            }
        }
    }

    /**
     * Follows the production c-printable of YAML 1.2, without the byte order mark, which has no business inside a file.
     */
    private static boolean printable(int c) {
        boolean ascii = c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7E);
        return ascii
                || c == 0x85
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && c != BYTE_ORDER_MARK)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
