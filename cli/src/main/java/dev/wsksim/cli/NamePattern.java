package dev.wsksim.cli;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What the name of a scenario has to look like: a whole name in which {@code *} stands for anything and {@code ?} for
 * one character, or a regular expression between slashes that is found somewhere in the name.
 *
 * @param text what the user wrote
 * @param pattern finds itself in the names that fit
 */
record NamePattern(String text, Pattern pattern) {
    /** Tells whether a name fits. */
    boolean fits(String name) {
        return pattern.matcher(name).find();
    }

    /** Reads a pattern. */
    static final class Converter implements ITypeConverter<NamePattern> {
        @Override
        public NamePattern convert(String text) {
            if (text.isEmpty()) {
                throw new TypeConversionException("'' fits no name; write '*word*' for names with the word in it");
            }
            boolean expression = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
            try {
                String source = expression ? text.substring(1, text.length() - 1) : glob(text);
                return new NamePattern(text, Pattern.compile(source));
            } catch (PatternSyntaxException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not a regular expression: " + e.getDescription() + " at " + e.getIndex());
            }
        }

        private static String glob(String text) {
            StringBuilder source = new StringBuilder("\\A");
            text.codePoints().forEach(c -> {
                switch (c) {
                    case '*' -> source.append(".*");
                    case '?' -> source.append('.');
                    default -> source.append(Pattern.quote(Character.toString(c)));
                }
            });
            return source.append("\\z").toString();
        }
    }
}
