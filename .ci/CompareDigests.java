import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the trace digests of several JSON results of one set of scenarios.
 *
 * <p>Usage: {@code java CompareDigests.java FIRST.json OTHER.json...} Exit code 0 if every scenario has the same digest and
 * the same verdict in all files, 1 if not, 2 if a file is not such a result. It stands alone, so that a machine with
 * nothing but a JDK can run it.
 */
final class CompareDigests {
    private CompareDigests() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java CompareDigests.java FIRST.json OTHER.json...");
            System.exit(2);
        }
        try {
            System.exit(compare(args));
        } catch (MalformedResult e) {
            System.err.println("compare-digests: " + e.getMessage());
            System.exit(2);
        }
    }

    private static int compare(String[] files) throws IOException {
        Map<String, String> first = read(Path.of(files[0]));
        int differences = 0;
        for (int i = 1; i < files.length; i++) {
            Map<String, String> other = read(Path.of(files[i]));
            TreeSet<String> scenarios = new TreeSet<>(first.keySet());
            scenarios.addAll(other.keySet());
            for (String scenario : scenarios) {
                String expected = first.getOrDefault(scenario, "absent");
                String actual = other.getOrDefault(scenario, "absent");
                if (!expected.equals(actual)) {
                    differences++;
                    System.out.printf(
                            "%s%n  %s in %s%n  %s in %s%n", scenario, expected, files[0], actual, files[i]);
                }
            }
        }
        System.out.printf(
                "digests: %d scenarios in %d results, %s%n",
                first.size(), files.length, differences == 0 ? "all equal" : differences + " different");
        return differences == 0 ? 0 : 1;
    }

    /** The digest and verdict of each scenario of a file. */
    private static Map<String, String> read(Path file) throws IOException {
        if (!(new Json(file).document() instanceof Map<?, ?> top) || !(top.get("results") instanceof List<?> results)) {
            throw new MalformedResult(file + " has no list \"results\"");
        }
        Map<String, String> digests = new TreeMap<>();
        for (Object entry : results) {
            if (!(entry instanceof Map<?, ?> result)) {
                throw new MalformedResult(file + ": a result is not an object");
            }
            String scenario = result.get("file") + " \"" + result.get("name") + "\" seed " + result.get("seed")
                    + " profile " + result.get("profile");
            String digest = String.valueOf(result.get("digest"));
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new MalformedResult(file + ": " + scenario + " has no digest but " + digest);
            }
            if (digests.put(scenario, digest + " " + result.get("verdict")) != null) {
                throw new MalformedResult(file + ": " + scenario + " is there twice");
            }
        }
        if (digests.isEmpty()) {
            throw new MalformedResult(file + " has no results");
        }
        return digests;
    }

    /** The file is not what {@code --json} writes. */
    private static final class MalformedResult extends RuntimeException {
        private static final long serialVersionUID = 1;

        MalformedResult(String message) {
            super(message);
        }
    }

    /** Reads JSON into maps, lists and strings; numbers and truth values stay as they are written. */
    private static final class Json {
        private final Path file;
        private final String text;
        private int at;

        Json(Path file) throws IOException {
            this.file = file;
            this.text = Files.readString(file);
        }

        Object document() {
            Object value = value();
            skipBlanks();
            if (at != text.length()) {
                throw malformed("the end");
            }
            return value;
        }

        private Object value() {
            skipBlanks();
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> map = new LinkedHashMap<>();
            expect('{');
            while (!closes('}', map.isEmpty())) {
                skipBlanks();
                String key = string();
                skipBlanks();
                expect(':');
                map.put(key, value());
            }
            return map;
        }

        private List<Object> array() {
            List<Object> list = new ArrayList<>();
            expect('[');
            while (!closes(']', list.isEmpty())) {
                list.add(value());
            }
            return list;
        }

        /** Takes the end of a collection, or else the comma that has to stand before all elements but the first. */
        private boolean closes(char end, boolean beforeFirst) {
            skipBlanks();
            if (peek() == end) {
                at++;
                return true;
            }
            if (!beforeFirst) {
                expect(',');
            }
            return false;
        }

        private String string() {
            StringBuilder s = new StringBuilder();
            expect('"');
            while (peek() != '"') {
                char c = text.charAt(at++);
                s.append(c == '\\' ? escaped() : c);
            }
            at++;
            return s.toString();
        }

        private char escaped() {
            char c = peek();
            at++;
            return switch (c) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    if (at + 4 > text.length()) {
                        throw malformed("four digits");
                    }
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                }
                default -> c;
            };
        }

        private Object word() {
            int start = at;
            while (at < text.length() && inWord(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.isEmpty()) {
                throw malformed("a value");
            }
            return word.equals("null") ? null : word;
        }

        private static boolean inWord(char c) {
            return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
        }

        private void skipBlanks() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private char peek() {
            if (at >= text.length()) {
                throw malformed("more");
            }
            return text.charAt(at);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw malformed("'" + c + "'");
            }
            at++;
        }

        private MalformedResult malformed(String expected) {
            return new MalformedResult(file + " is not JSON: expected " + expected + " at character " + at);
        }
    }
}
