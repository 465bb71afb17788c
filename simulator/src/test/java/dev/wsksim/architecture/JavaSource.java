package dev.wsksim.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of one Java file, measured without a parser.
 *
 * <p>Comments and literals are blanked first, so that every brace left is a brace of the program. A block directly
 * inside a type that is not itself a type counts as a method (constructors and initializers included), from the line of
 * its opening brace to the line of its closing one. What is inside a method, such as an anonymous class, counts towards
 * that method.
 */
record JavaSource(Path path, String text) {
    private static final Pattern NOT_CODE = Pattern.compile(
            String.join(
                    "|",
                    "//[^\n]*",
                    "/\\*.*?\\*/",
                    "\"\"\".*?(?<!\\\\)\"\"\"",
                    "\"(?:\\\\.|[^\"\\\\\n])*\"",
                    "'(?:\\\\.|[^'\\\\\n])*'"),
            Pattern.DOTALL);

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+\\w");

    /** A method and the number of lines of its body, braces included. */
    record Method(String name, int firstLine, int lines) {}

    private enum Block {
        TYPE,
        METHOD,
        OTHER
    }

    private record Open(Block block, String name, int line) {}

    static JavaSource read(Path path) {
        try {
            return new JavaSource(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    List<Method> methods() {
        String code = code();
        List<Method> methods = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        int line = 1;
        int headerStart = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c == '{') {
                open.push(opened(code.substring(headerStart, i).strip(), open.peek(), line));
                headerStart = i + 1;
            } else if (c == '}') {
                Open closed = open.pop();
                if (closed.block() == Block.METHOD) {
                    methods.add(new Method(closed.name(), closed.line(), line - closed.line() + 1));
                }
                headerStart = i + 1;
            } else if (c == ';') {
                headerStart = i + 1;
            }
        }
        return methods;
    }

    /** Names the kind of a block. The header is all that stands between it and the brace or semicolon before. */
    private static Open opened(String header, Open parent, int line) {
        boolean inType = parent == null || parent.block() == Block.TYPE;
        String outside = withoutParentheses(header);
        if (inType && TYPE.matcher(outside).find()) {
            return new Open(Block.TYPE, "", line);
        }
        // An array initializer or a lambda of a field; the value of an annotation.
        boolean value = outside.contains("=") || outside.contains("(");
        return inType && !value ? new Open(Block.METHOD, name(outside), line) : new Open(Block.OTHER, "", line);
    }

    private static String name(String headerWithoutParentheses) {
        String head =
                headerWithoutParentheses.replaceFirst("\\bthrows\\b.*", "").strip();
        return head.substring(head.lastIndexOf(' ') + 1);
    }

    private static String withoutParentheses(String header) {
        String before;
        String after = header;
        do {
            before = after;
            after = before.replaceAll("\\([^()]*\\)", "");
        } while (!after.equals(before));
        return after;
    }

    /** The text with comments and literals replaced by their line ends. */
    private String code() {
        return NOT_CODE.matcher(text).replaceAll(found -> "\n".repeat(newlines(found.group())));
    }

    private static int newlines(String s) {
        return (int) s.chars().filter(c -> c == '\n').count();
    }
}
