package dev.wsksim.verifier;

import java.util.regex.Pattern;

/**
 * The stable name of a rule, such as {@code WSK-IRP-004}: a theme and a number within it. A number is never given to
 * another rule.
 *
 * @param text the name
 */
public record RuleId(String text) implements Comparable<RuleId> {

    private static final Pattern FORM = Pattern.compile("WSK-[A-Z]+-[0-9]{3}");

    /** Checks the form of the name. */
    public RuleId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a rule is named like WSK-IRP-004, not " + text);
        }
    }

    /** Returns the theme, such as {@code IRP}. */
    public String theme() {
        return text.substring(text.indexOf('-') + 1, text.lastIndexOf('-'));
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
