package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.WinsockError;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.reference.ConnectTiming;
import dev.wsksim.scenario.reference.ControlPage;
import dev.wsksim.scenario.reference.ControlPages;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.obligation.Obligation;
import dev.wsksim.verifier.obligation.Obligations;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.OpenQuestion;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Knows every name that {@code explain} takes, and what to say about it. Case does not matter, and STATUS_ may be left
 * out.
 */
final class Explanations {
    private static final int LABEL_COLUMN = 16;

    private final RelatedScenarios related;
    private final Emphasis emphasis;
    private final int width;

    Explanations(BundledScenarios bundle, Emphasis emphasis, int width) {
        this.width = width;
        this.related = new RelatedScenarios(bundle);
        this.emphasis = emphasis;
    }

    /** Returns the explanation of a name; empty when the name is not known. */
    Optional<String> of(String name) {
        return about(name).map(writer -> {
            TextLayout layout = new TextLayout(emphasis, width);
            writer.accept(layout);
            return layout.toString();
        });
    }

    /**
     * Returns the closest known name, if there is one: spelled nearly the same, or the only one that has the text in
     * it.
     */
    Optional<String> closest(String typed) {
        String name = typed.contains("_") && names().anyMatch(known -> known.equalsIgnoreCase(typed.replace('_', '-')))
                ? typed.replace('_', '-')
                : typed;
        ImmutableList<String> containing = names().filter(known ->
                        known.regionMatches(true, Math.max(0, known.length() - name.length()), name, 0, name.length())
                                || known.regionMatches(true, 0, name, 0, name.length()))
                .collect(ImmutableList.toImmutableList());
        return containing.size() == 1
                ? Optional.of(containing.get(0))
                : KnownNames.closest(name, names().toList())
                        .or(() -> containing.stream().findFirst());
    }

    private Optional<Consumer<TextLayout>> about(String name) {
        return status(name)
                .<Consumer<TextLayout>>map(status -> layout -> StatusText.add(layout, status, related))
                .or(() -> find(Arrays.stream(WskFunction.values()), name, WskFunction::name)
                        .map(function -> layout -> FunctionText.add(layout, function, related)))
                .or(() -> find(WskDecisions.all().stream(), name, DecisionPoint::name)
                        .map(point -> layout -> addDecision(layout, point)))
                .or(() -> find(Arrays.stream(Profile.values()), name, Profile::label)
                        .map(profile -> layout -> addProfile(layout, profile)))
                .or(() -> find(ControlPages.all().stream(), name, ControlPage::name)
                        .map(page -> layout -> addControl(layout, page)))
                .or(() -> find(
                                StandardRules.book().rules().stream(),
                                name,
                                rule -> rule.id().text())
                        .map(rule -> layout -> addRule(layout, rule)))
                .or(() -> find(InterfaceItems.all().stream(), name, InterfaceItem::name)
                        .map(item -> layout -> ItemText.add(layout, item, related)))
                .or(() -> Obligations.byId(name).map(obligation -> layout -> ObligationText.add(layout, obligation)))
                .or(() -> OpenQuestions.byId(name).map(question -> layout -> addQuestion(layout, question)))
                .or(() -> winsockError(name).map(error -> layout -> addWinsockError(layout, error)))
                .or(() -> ReportWords.about(name)
                        .map(word -> LanguageText.about(name)
                                .map(language -> word.andThen(language))
                                .orElse(word)))
                .or(() -> LanguageText.about(name).map(body -> layout -> {
                    layout.title(name, "a word of the scenario language");
                    body.accept(layout);
                }));
    }

    private static <T> Optional<T> find(Stream<T> things, String name, Function<T, String> nameOf) {
        return things.filter(thing -> nameOf.apply(thing).equalsIgnoreCase(name))
                .findFirst();
    }

    private static Stream<String> names() {
        return Stream.of(
                        Arrays.stream(WskFunction.values()).map(WskFunction::name),
                        Arrays.stream(NtStatus.values()).map(NtStatus::name),
                        NtStatus.aliases().keySet().stream(),
                        WskDecisions.all().stream().map(DecisionPoint::name),
                        Arrays.stream(Profile.values()).map(Profile::label),
                        ControlPages.all().stream().map(ControlPage::name),
                        StandardRules.book().rules().stream()
                                .map(rule -> rule.id().text()),
                        Arrays.stream(WinsockError.values()).map(WinsockError::name),
                        InterfaceItems.all().stream().map(InterfaceItem::name),
                        Obligations.all().stream().map(Obligation::id),
                        OpenQuestions.all().stream().map(OpenQuestion::id),
                        ReportWords.names().stream(),
                        LanguageText.names().stream())
                .flatMap(names -> names);
    }

    private static Optional<NtStatus> status(String name) {
        return find(Arrays.stream(NtStatus.values()), name, NtStatus::name)
                .or(() -> find(Arrays.stream(NtStatus.values()), "STATUS_" + name, NtStatus::name))
                .or(() -> find(NtStatus.aliases().keySet().stream(), name, alias -> alias)
                        .flatMap(alias -> Optional.ofNullable(NtStatus.aliases().get(alias))))
                .or(() -> value(name).flatMap(NtStatus::byValue));
    }

    /**
     * Reads an NTSTATUS as C source and debuggers write it: {@code 0xC0000236}, {@code C0000236}, or a signed decimal.
     */
    static Optional<Integer> value(String text) {
        boolean prefixed = text.regionMatches(true, 0, "0x", 0, 2);
        boolean hexadecimal = prefixed || text.matches("[0-9A-Fa-f]{8}");
        try {
            return Optional.of(
                    hexadecimal
                            ? Integer.parseUnsignedInt(text.substring(prefixed ? 2 : 0), 16)
                            : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<WinsockError> winsockError(String name) {
        return Arrays.stream(WinsockError.values())
                .filter(error -> error.name().equalsIgnoreCase(name)
                        || Integer.toString(error.code()).equals(name))
                .findFirst();
    }

    private void addDecision(TextLayout layout, DecisionPoint point) {
        layout.title(point.name(), "decision point");
        layout.heading("Options");
        if (point.options().isEmpty()) {
            layout.paragraph("One of as many as there are when it is asked; typically the first.");
        }
        for (int i = 0; i < point.options().size(); i++) {
            layout.bullet(point.options().get(i) + (i == point.typical() ? " (typical)" : ""));
        }
        layout.heading("Why it is open").paragraph(point.source());
        layout.heading("How to choose");
        if (!point.options().isEmpty()) {
            int other = point.typical() == 0 ? 1 : 0;
            layout.verbatim("decisions:");
            layout.verbatim(
                    "  - { at: " + point.name() + ", choose: " + point.options().get(other) + " }");
        }
        layout.paragraph(
                "in a scenario, or --decisions seeded --seed N to have every open choice drawn from the seed.");
        related.addTo(layout, point.name());
    }

    private static void addProfile(TextLayout layout, Profile profile) {
        layout.title(
                profile.label(),
                "profile" + (profile == Profile.DEFAULT ? ", the one used unless a scenario names another" : ""));
        layout.heading("What it sets").paragraph(profile.about());
        addLacking(layout, profile);
        layout.heading("How a connect goes").paragraph(ConnectTiming.of(profile.tcp()));
        layout.heading("How to choose");
        layout.paragraph("'profile: " + profile.label() + "' in a scenario, or --profile " + profile.label());
    }

    private static void addLacking(TextLayout layout, Profile profile) {
        ImmutableList<String> lacking = InterfaceItems.all().stream()
                .filter(item -> !profile.release().has(item.since()))
                .map(InterfaceItem::name)
                .collect(ImmutableList.toImmutableList());
        if (!lacking.isEmpty()) {
            layout.heading("What its WSK lacks").paragraph(String.join(", ", lacking));
        }
    }

    private void addControl(TextLayout layout, ControlPage page) {
        layout.title(page.name(), page.kind().text());
        layout.heading("What it does").paragraph(page.summary());
        layout.heading("How");
        layout.item("value", LABEL_COLUMN, page.value());
        layout.item("when", LABEL_COLUMN, page.when());
        layout.item("Irp", LABEL_COLUMN, page.irp());
        ItemText.addReach(layout, page.item());
        related.addTo(layout, page.name());
        layout.heading("Source").paragraph(page.page());
    }

    private static void addQuestion(TextLayout layout, OpenQuestion question) {
        layout.title(question.id(), "what the documentation leaves open");
        layout.paragraph(question.question());
        layout.heading("What wsksim does").paragraph(question.answer());
        layout.heading("Whose choice it is").paragraph(question.kind());
        if (!question.scenarios().isEmpty()) {
            layout.heading("Bundled scenarios that show it");
            question.scenarios().forEach(layout::verbatim);
        }
        question.beyondScenarios()
                .ifPresent(beyond -> layout.heading("What no scenario shows")
                        .paragraph(beyond.reason() + " The Java test " + beyond.test() + " holds it."));
        layout.heading("Source").paragraph(question.page());
    }

    private void addRule(TextLayout layout, Rule rule) {
        layout.title(rule.id().text(), rule.title());
        layout.heading("What a driver does").paragraph(rule.what());
        layout.heading("Why").paragraph(rule.why());
        layout.heading("How to put it right").paragraph(rule.fix());
        layout.heading("How much the documentation makes of it")
                .paragraph(rule.severity().label());
        ObligationText.addObligations(layout, rule);
        related.addTo(layout, rule.id().text());
        layout.heading("Source").paragraph(String.join(", ", rule.pages()));
    }

    private static void addWinsockError(TextLayout layout, WinsockError error) {
        layout.title(error.name(), error.code() + ", what user mode sees");
        layout.heading("What it means").paragraph(error.meaning());
        layout.heading("Statuses that are mapped to it");
        error.statuses().forEach(status -> layout.item(status.name(), 40, status.meaning()));
        layout.heading("Source")
                .paragraph("libuv, uv_ntstatus_to_winsock_error; the mapping of AFD is not documented.");
    }
}
