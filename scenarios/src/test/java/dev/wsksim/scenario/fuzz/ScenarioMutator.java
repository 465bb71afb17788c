package dev.wsksim.scenario.fuzz;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Breaks scenarios in one to six ways each: in their bytes, their words, and the structure that their indentation
 * shows. The file with a number is always the same, whichever were made before.
 */
final class ScenarioMutator {
    private static final int MOST_WAYS = 6;

    private static final ImmutableList<String> ODD_VALUES = ImmutableList.of(
            "",
            "~",
            "null",
            "true",
            "[]",
            "{}",
            "''",
            "-1",
            "0",
            "1",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999999",
            "1e400",
            ".nan",
            "-.inf",
            "0x7fffffffffffffff",
            "0xFFFFFFFF",
            "0o17",
            "1_000",
            "9223372036s",
            "9223372037s",
            "99999999999999d",
            "1ns",
            "0ms",
            "-5ms",
            "1.0000000001s",
            "100%",
            "1/0",
            "any:0",
            "[::]:0",
            "::1",
            "[fe80::1%25]:80",
            "255.255.255.255:65535",
            "192.0.2.1/33",
            "10.0.0.0/0",
            "server:445",
            "s",
            "c",
            "driver",
            "STATUS_SUCCESS",
            "STATUS_PENDING",
            "DISPATCH_LEVEL",
            "WskSend",
            "\"${x}\"",
            "\"${\"",
            "&a [1, 2]",
            "*a",
            "!!binary aGk=",
            "!foo bar",
            "|",
            ">-",
            "? x",
            "1GB",
            "16MB",
            "[1, [2, [3, [4]]]]",
            "{a: {b: {c: d}}}",
            "2026-01-01",
            "{}: x",
            "9 x 9",
            "\"\\0\"",
            "\"\\u202E\"");

    private static final ImmutableList<String> ODD_TEXT = ImmutableList.of(
            "\t",
            "\r",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u00A0",
            "\u2028",
            "\u2029",
            "\u202E",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uDFFF",
            "e\u0301",
            "\u0130",
            "\uFFFF",
            "\u200B",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "# ",
            ": ",
            "- ",
            "? ",
            "\"",
            "'",
            "`",
            "@",
            "&a ",
            "*a ",
            "<<: *a\n",
            "[",
            "]",
            "{",
            "}",
            ",",
            "${",
            "}",
            "|\n",
            "\\",
            "\n\n");

    private final ImmutableList<String> corpus;
    private final long seed;

    ScenarioMutator(ImmutableList<String> corpus, long seed) {
        this.corpus = corpus;
        this.seed = seed;
    }

    /** Returns the bytes of the file with a number. */
    byte[] file(long number) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        String text = any(corpus, random);
        int most = random.nextBoolean() ? 1 : MOST_WAYS;
        for (int ways = 1 + random.nextInt(most); ways > 0; ways--) {
            text = random.nextBoolean() ? structure(text, random) : words(text, random);
        }
        byte[] bytes = whole(text, random).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(16) == 0 ? bytes(bytes, random) : bytes;
    }

    private static <T> T any(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Takes the lines of a key or list item, with all that is inside it, and does something to them. */
    private String structure(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int from = random.nextInt(lines.size());
        List<String> block = lines.subList(from, blockEnd(lines, from));
        List<String> copy = new ArrayList<>(block);
        switch (random.nextInt(7)) {
            case 0 -> block.clear();
            case 1 -> lines.addAll(from, copy);
            case 2 -> {
                block.clear();
                lines.addAll(random.nextInt(lines.size() + 1), copy);
            }
            case 3 -> {
                block.clear();
                lines.addAll(from, foreignBlock(random));
            }
            case 4 -> lines.addAll(from, foreignBlock(random));
            case 5 -> block.replaceAll(line -> (random.nextInt(8) == 0 ? "\t" : "  ") + line);
            default -> block.replaceAll(line -> line.startsWith("  ") ? line.substring(2) : line);
        }
        return String.join("\n", lines);
    }

    private List<String> foreignBlock(SplittableRandom random) {
        List<String> lines = Arrays.asList(any(corpus, random).split("\n", -1));
        int from = random.nextInt(lines.size());
        return new ArrayList<>(lines.subList(from, blockEnd(lines, from)));
    }

    private static int blockEnd(List<String> lines, int from) {
        int end = from + 1;
        while (end < lines.size() && indentation(lines.get(end)) > indentation(lines.get(from))) {
            end++;
        }
        return end;
    }

    private static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** Changes a value, or a few characters anywhere. */
    private String words(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return any(ODD_TEXT, random);
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, end) + text.substring(at);
            case 2 -> text.substring(0, at) + any(ODD_TEXT, random) + text.substring(at);
            case 3 -> nested(text, at, random);
            case 4 -> valueReplaced(text, at, "&a " + valueAt(text, at));
            case 5 -> valueReplaced(text, at, foreignValue(random));
            default -> valueReplaced(text, at, any(ODD_VALUES, random));
        };
    }

    private String foreignValue(SplittableRandom random) {
        String other = any(corpus, random);
        return valueAt(other, random.nextInt(other.length()));
    }

    private static String nested(String text, int at, SplittableRandom random) {
        int depth = 1 + random.nextInt(random.nextInt(4) == 0 ? 3000 : 70);
        String value = valueAt(text, at);
        return random.nextBoolean()
                ? valueReplaced(text, at, "[".repeat(depth) + value + "]".repeat(depth))
                : valueReplaced(text, at, "{a: ".repeat(depth) + value + "}".repeat(depth));
    }

    /** Returns the value around or behind a place: from a colon or comma up to what ends it. */
    private static String valueAt(String text, int at) {
        int start = valueStart(text, at);
        return text.substring(start, valueEnd(text, start));
    }

    private static String valueReplaced(String text, int at, String value) {
        int start = valueStart(text, at);
        return text.substring(0, start) + value + text.substring(valueEnd(text, start));
    }

    private static int valueStart(String text, int at) {
        int colon = text.indexOf(": ", at);
        return colon < 0 ? at : colon + 2;
    }

    private static int valueEnd(String text, int start) {
        int end = start;
        while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Does something to the text as a whole, now and then. */
    private static String whole(String text, SplittableRandom random) {
        return switch (random.nextInt(32)) {
            case 0 -> "\uFEFF" + text;
            case 1 -> text.replace("\n", "\r\n");
            case 2 -> text.replace('\n', '\r');
            case 3 -> text.substring(0, random.nextInt(text.length() + 1));
            case 4 -> text + "\n---\n" + text;
            case 5 -> text.replace("  ", "\t");
            case 6 -> "x-a: &a " + "[".repeat(random.nextInt(60)) + "\n" + text;
            case 7 -> text + "\nmatrix: { x: [" + "1, ".repeat(random.nextInt(300)) + "2] }\n";
            default -> text;
        };
    }

    private static byte[] bytes(byte[] bytes, SplittableRandom random) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return Arrays.copyOf(changed, changed.length - random.nextInt(1 + changed.length / 4));
    }
}
