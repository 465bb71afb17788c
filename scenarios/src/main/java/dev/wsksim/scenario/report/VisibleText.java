package dev.wsksim.scenario.report;

/**
 * Makes every character of a text visible, so that a hostile name cannot move the cursor, ring a bell or hide a line.
 */
public final class VisibleText {
    private static final int REPLACEMENT = 0xFFFD;

    private VisibleText() {}

    /** Returns one line: control characters, line ends included, and invisible format characters are replaced. */
    public static String line(String text) {
        int[] points = text.codePoints().map(VisibleText::visible).toArray();
        return new String(points, 0, points.length);
    }

    private static int visible(int codePoint) {
        if (codePoint == '\t') {
            return ' ';
        }
        int type = Character.getType(codePoint);
        boolean hidden = Character.isISOControl(codePoint) || type == Character.FORMAT || type == Character.SURROGATE;
        return hidden ? REPLACEMENT : codePoint;
    }
}
