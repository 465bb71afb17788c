package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the bundled scenarios that show something. */
final class RelatedScenarios {
    private static final int SHOWN = 12;

    private final BundledScenarios bundle;

    RelatedScenarios(BundledScenarios bundle) {
        this.bundle = bundle;
    }

    /** Adds the scenarios in whose path or text a name stands as a word of its own, those with it in the path first. */
    void addTo(TextLayout layout, String name) {
        Pattern word = Pattern.compile("(?<![A-Za-z0-9_.-])" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
        ImmutableList<String> inPath = select(path -> word.matcher(path).find());
        ImmutableList<String> inText = select(path -> !inPath.contains(path)
                && bundle.text(path).filter(text -> word.matcher(text).find()).isPresent());
        ImmutableList<String> all =
                ImmutableList.<String>builder().addAll(inPath).addAll(inText).build();
        if (all.isEmpty()) {
            return;
        }
        layout.heading("Bundled scenarios that show it");
        all.stream().limit(SHOWN).forEach(path -> layout.item(path, 60, bundle.title(path)));
        if (all.size() > SHOWN) {
            layout.paragraph("and " + (all.size() - SHOWN) + " more: 'wsksim list'");
        }
    }

    private ImmutableList<String> select(Predicate<String> wanted) {
        return bundle.paths().stream().filter(wanted).collect(ImmutableList.toImmutableList());
    }
}
