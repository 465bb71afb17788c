package dev.wsksim.scenario.load;

import com.google.common.collect.Iterables;
import java.util.Locale;

/** Finds the known name that somebody who made a typing error may have meant. */
final class Suggestion {
    /** Longer words are no typing errors, and comparing them would take long. */
    private static final int LONGEST_WORD = 60;

    /** How many known names are compared or listed. */
    static final int MOST_NAMES = 500;

    private static final int MOST_NAMES_LISTED = 40;

    private Suggestion() {}

    /** Returns "did you mean 'x'?" or, when nothing known is close, the known names; empty when nothing is known. */
    static String hint(String wrong, Iterable<String> known, String what) {
        String best = closest(wrong, known);
        if (!best.isEmpty()) {
            return "did you mean '" + best + "'?";
        }
        return Iterables.isEmpty(known)
                ? ""
                : what + ": " + String.join(", ", Iterables.limit(known, MOST_NAMES_LISTED));
    }

    /** Returns "did you mean 'x'?", or nothing when nothing known is close. */
    static String hint(String wrong, Iterable<String> known) {
        String best = closest(wrong, known);
        return best.isEmpty() ? "" : "did you mean '" + best + "'?";
    }

    /** Returns the closest known name, the first of equally close ones; empty when none is close. */
    static String closest(String wrong, Iterable<String> known) {
        String best = "";
        if (wrong.length() > LONGEST_WORD) {
            return best;
        }
        int bestDistance = Math.max(1, wrong.length() / 3) + 1;
        for (String candidate : Iterables.limit(known, MOST_NAMES)) {
            if (Math.abs(candidate.length() - wrong.length()) < bestDistance) {
                int distance = distance(wrong.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** The optimal string alignment distance: insert, remove, replace, or swap two neighbours. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
