package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes links of the file names of documentation pages, as they are on learn.microsoft.com. */
final class PageLink {
    private static final String ROOT = "https://learn.microsoft.com/en-us/windows-hardware/drivers/";

    /** A page about a declaration: what it declares, and in which header. */
    private static final Pattern DECLARATION = Pattern.compile("n[a-z]-([a-z0-9]+)-.+");

    /** The pages about IRPs and memory, which are not among those of the network. */
    private static final ImmutableSet<String> KERNEL = ImmutableSet.of(
            "canceling-irps", "completing-irps", "implementing-an-iocompletion-routine", "reusing-irps", "using-mdls");

    private PageLink() {}

    /** Returns the link to a page. */
    static String of(String page) {
        Matcher declaration = DECLARATION.matcher(page);
        if (declaration.matches()) {
            return ROOT + "ddi/" + declaration.group(1) + "/" + page;
        }
        if (page.startsWith("bug-check-")) {
            return ROOT + "debugger/" + page;
        }
        return ROOT + (KERNEL.contains(page) ? "kernel/" : "network/") + page;
    }
}
