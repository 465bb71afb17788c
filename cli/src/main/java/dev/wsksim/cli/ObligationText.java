package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.json.JsonLine;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.obligation.Disposition;
import dev.wsksim.verifier.obligation.Obligation;
import dev.wsksim.verifier.obligation.Obligations;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.List;
import java.util.stream.Collectors;

/** Writes obligations and their rules: as rows, as JSON, in counts and at length. */
final class ObligationText {
    private static final int ID_COLUMN = 8;
    private static final int RULE_COLUMN = 18;

    private ObligationText() {}

    static List<String> row(Obligation obligation) {
        String kind = obligation.disposition().kind().label();
        return List.of(
                obligation.id(),
                obligation.strength().label(),
                kind,
                obligation.text() + " [" + Obligations.where(obligation) + "]");
    }

    /** Returns how many obligations of each source show where, a line each, after an empty line. */
    static String counts() {
        StringBuilder text = new StringBuilder("\n");
        addCount(text, "obligations", Obligations.all());
        for (Obligations.Source source : Obligations.Source.values()) {
            addCount(text, "of " + source.text(), Obligations.from(source));
        }
        return text.append("wsksim list --obligations names them\n").toString();
    }

    private static void addCount(StringBuilder text, String what, ImmutableList<Obligation> obligations) {
        String kinds = Obligations.count(obligations).entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey().label() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        text.append(obligations.size())
                .append(' ')
                .append(what)
                .append(": ")
                .append(kinds)
                .append('\n');
    }

    static String jsonOfObligations() {
        return Obligations.all().stream()
                .map(obligation -> json(obligation) + "\n")
                .collect(Collectors.joining());
    }

    private static String json(Obligation obligation) {
        Disposition disposition = obligation.disposition();
        JsonLine json = new JsonLine()
                .beginObject()
                .text("id", obligation.id())
                .text("strength", obligation.strength().label())
                .text("text", obligation.text())
                .text("disposition", disposition.kind().label());
        if (disposition instanceof Disposition.Answered answered) {
            json.text("function", answered.function().name())
                    .text("status", answered.status().name());
        } else if (disposition instanceof Disposition.Stopped stopped) {
            json.text("bugCheck", stopped.code().name());
        }
        json.text("detail", disposition.detail()).beginList("rules");
        Obligations.rulesOf(obligation).forEach(rule -> json.element(rule.id().text()));
        json.endList().beginList("pages");
        obligation.pages().forEach(json::element);
        return json.endList().endObject().toString();
    }

    static String jsonOfRules() {
        return StandardRules.book().rules().stream()
                .map(rule -> json(rule) + "\n")
                .collect(Collectors.joining());
    }

    private static String json(Rule rule) {
        JsonLine json = new JsonLine()
                .beginObject()
                .text("id", rule.id().text())
                .text("severity", rule.severity().label())
                .text("title", rule.title())
                .text("what", rule.what())
                .text("why", rule.why())
                .text("fix", rule.fix())
                .beginList("obligations");
        rule.obligations().forEach(json::element);
        json.endList().beginList("pages");
        rule.pages().forEach(json::element);
        return json.endList().endObject().toString();
    }

    static void add(TextLayout layout, Obligation obligation) {
        layout.title(obligation.id(), obligation.strength().label());
        layout.paragraph(obligation.text());
        layout.heading("Where it shows").paragraph(words(obligation.disposition()));
        Obligations.rulesOf(obligation).forEach(rule -> layout.item(rule.id().text(), RULE_COLUMN, rule.title()));
        layout.heading("Source")
                .paragraph(
                        obligation.pages().isEmpty()
                                ? sourceOf(obligation).text()
                                : String.join(", ", obligation.pages()));
    }

    private static Obligations.Source sourceOf(Obligation obligation) {
        return Obligations.Source.valueOf(obligation.id().substring(0, 1));
    }

    private static String words(Disposition disposition) {
        String detail = disposition.detail();
        return switch (disposition.kind()) {
            case RULE -> detail.isEmpty() ? "Rules look at it:" : "Rules look at a part of it, " + detail + ":";
            case STATUS, BUG_CHECK -> "The provider says so. " + told(disposition) + ": " + detail + ".";
            case NOT_VISIBLE -> "It cannot be seen from here: " + detail + ".";
            case UNCHECKED -> "Nothing looks at it yet: " + detail + ".";
        };
    }

    private static String told(Disposition disposition) {
        if (disposition instanceof Disposition.Answered answered) {
            return answered.function() + " fails with " + answered.status();
        }
        return disposition instanceof Disposition.Stopped stopped
                ? "Windows stops with " + stopped.code().toHex() + " " + stopped.code()
                : "";
    }

    /** Adds the obligations that a rule looks at. */
    static void addObligations(TextLayout layout, Rule rule) {
        layout.heading("What it is about: obligations and misuses, which 'wsksim list --obligations' lists");
        Obligations.of(rule).forEach(obligation -> layout.item(obligation.id(), ID_COLUMN, obligation.text()));
    }
}
