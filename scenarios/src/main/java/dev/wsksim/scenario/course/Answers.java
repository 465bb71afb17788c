package dev.wsksim.scenario.course;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.Lesson.Choice;
import dev.wsksim.scenario.load.Lesson.Question;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges answers to the question of a lesson: whether one has the form that is asked for, and whether it is right.
 *
 * <p>Where a time is asked for, equal times are equal answers, however they are written. Case and blanks never count.
 */
public final class Answers {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(ns|us|ms|s|min|h)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final ImmutableMap<String, BigDecimal> NANOS = ImmutableMap.of(
            "ns", BigDecimal.ONE,
            "us", BigDecimal.valueOf(1_000),
            "ms", BigDecimal.valueOf(1_000_000),
            "s", BigDecimal.valueOf(1_000_000_000),
            "min", BigDecimal.valueOf(60_000_000_000L),
            "h", BigDecimal.valueOf(3_600_000_000_000L));

    private final Question question;

    /** Makes a judge of answers to a question. */
    public Answers(Question question) {
        this.question = question;
    }

    /** Returns what is wrong with the form of an answer; empty where it can be judged. */
    public Optional<String> mistake(String answer) {
        ImmutableList<String> letters =
                question.choices().stream().map(Choice::letter).collect(ImmutableList.toImmutableList());
        if (!letters.isEmpty()) {
            boolean known = letters.stream().anyMatch(letter -> plain(letter).equals(plain(answer)));
            return known ? Optional.empty() : Optional.of("answer with one of " + String.join(", ", letters));
        }
        if (asksForATime() && time(answer).isEmpty()) {
            return Optional.of("answer with a time and its unit, such as 3ms or 1.5s");
        }
        if (all(NUMBER) && !NUMBER.matcher(plain(answer)).matches()) {
            return Optional.of("answer with a whole number");
        }
        return Optional.empty();
    }

    /** Tells whether an answer is right. */
    public boolean isRight(String answer) {
        return question.answers().stream().anyMatch(right -> isSame(right, answer));
    }

    /** Tells whether a number alone can be an answer. */
    public boolean mayBeANumber() {
        return question.answers().stream()
                .anyMatch(right -> NUMBER.matcher(plain(right)).matches());
    }

    private boolean isSame(String right, String answer) {
        Optional<BigDecimal> time = time(right);
        return plain(right).equals(plain(answer))
                || (time.isPresent()
                        && time(answer)
                                .filter(given -> given.compareTo(time.get()) == 0)
                                .isPresent());
    }

    private boolean asksForATime() {
        return all(TIME);
    }

    private boolean all(Pattern form) {
        return question.answers().stream()
                .allMatch(right -> form.matcher(plain(right)).matches());
    }

    private static Optional<BigDecimal> time(String text) {
        Matcher matcher = TIME.matcher(plain(text));
        return matcher.matches()
                ? Optional.of(
                        new BigDecimal(matcher.group(1)).multiply(Objects.requireNonNull(NANOS.get(matcher.group(2)))))
                : Optional.empty();
    }

    private static String plain(String answer) {
        return answer.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
