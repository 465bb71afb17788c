package dev.wsksim.scenario.report;

import com.google.common.escape.Escaper;
import com.google.common.net.UrlEscapers;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the name of a file as a URI reference (RFC 3986): relative as it was named, or absolute as file:///. */
final class FileUri {
    private static final Escaper SEGMENT = UrlEscapers.urlPathSegmentEscaper();
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private FileUri() {}

    /** Returns the reference; separators of Windows become slashes. */
    static String of(String file) {
        String[] segments = file.replace('\\', '/').split("/", -1);
        boolean drive = DRIVE.matcher(segments[0]).matches();
        String path = Arrays.stream(segments).map(FileUri::escaped).collect(Collectors.joining("/"));
        if (drive) {
            return "file:///" + segments[0]
                    + path.substring(escaped(segments[0]).length());
        }
        return path.startsWith("/") ? "file://" + path : path;
    }

    /** A colon in the first segment of a relative reference would make it a scheme. */
    private static String escaped(String segment) {
        return SEGMENT.escape(VisibleText.line(segment)).replace(":", "%3A");
    }
}
