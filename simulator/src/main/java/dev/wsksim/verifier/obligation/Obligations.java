package dev.wsksim.verifier.obligation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The book of all obligations, and which rules look at each. */
public final class Obligations {

    /** Where obligations come from, which is the first letter of their ids. */
    public enum Source {
        /** The pages of functions, callbacks and structures. */
        V("the pages of functions, callbacks and structures"),
        /** The guides. */
        G("the guides"),
        /** Comments of the public header. */
        H("comments of the header"),
        /** Misuses that were seen in public drivers. */
        R("misuses seen in public drivers");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        /** Returns the source in words. */
        public String text() {
            return text;
        }
    }

    private static final ImmutableListMultimap<String, Rule> RULES = StandardRules.book().rules().stream()
            .collect(ImmutableListMultimap.flatteningToImmutableListMultimap(
                    Function.identity(), rule -> rule.obligations().stream()))
            .inverse();

    private static final ImmutableMap<String, Obligation> ALL = Stream.of(
                    RegistrationObligations.ALL,
                    ClientObligations.ALL,
                    SocketObligations.ALL,
                    ListenObligations.ALL,
                    ConnectionObligations.ALL,
                    DatagramObligations.ALL,
                    MemoryObligations.ALL,
                    GuideRules.ALL,
                    HeaderRemarks.ALL,
                    IrpPatterns.ALL,
                    BufferPatterns.ALL,
                    LifeCyclePatterns.ALL,
                    CallbackPatterns.ALL,
                    DataPatterns.ALL)
            .flatMap(ImmutableList::stream)
            .map(Obligations::withItsRules)
            .collect(ImmutableMap.toImmutableMap(Obligation::id, Function.identity()));

    private Obligations() {}

    /** What nothing looked at is checked as soon as a rule names it. */
    private static Obligation withItsRules(Obligation obligation) {
        boolean outdated =
                obligation.disposition() instanceof Disposition.Unchecked && RULES.containsKey(obligation.id());
        return outdated
                ? new Obligation(
                        obligation.id(),
                        obligation.strength(),
                        obligation.text(),
                        new Disposition.Checked(""),
                        obligation.pages())
                : obligation;
    }

    /** Returns all obligations: of the pages, of the guides, of the header, and the misuses. */
    public static ImmutableList<Obligation> all() {
        return ALL.values().asList();
    }

    /** Returns those that come from one kind of source. */
    public static ImmutableList<Obligation> from(Source source) {
        return all().stream()
                .filter(obligation -> obligation.id().startsWith(source.name()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the obligation with this id, such as V034, in capitals or not, if there is one. */
    public static Optional<Obligation> byId(String id) {
        return Optional.ofNullable(ALL.get(id.toUpperCase(Locale.ROOT)));
    }

    /** Returns the rules that name an obligation; none where its disposition is another. */
    public static ImmutableList<Rule> rulesOf(Obligation obligation) {
        return RULES.get(obligation.id());
    }

    /** Returns the obligations that a rule looks at, in the order of the rule. */
    public static ImmutableList<Obligation> of(Rule rule) {
        return rule.obligations().stream().flatMap(id -> byId(id).stream()).collect(ImmutableList.toImmutableList());
    }

    /** Counts obligations by where they show; every kind has a number. */
    public static ImmutableMap<Disposition.Kind, Long> count(ImmutableList<Obligation> obligations) {
        return Arrays.stream(Disposition.Kind.values())
                .collect(ImmutableMap.toImmutableMap(
                        Function.identity(),
                        kind -> obligations.stream()
                                .filter(obligation -> obligation.disposition().kind() == kind)
                                .count()));
    }

    /** Says in one line where an obligation shows: the rules, the function and its status, the bug check, or why not. */
    public static String where(Obligation obligation) {
        Disposition disposition = obligation.disposition();
        String detail = disposition.detail();
        if (disposition instanceof Disposition.Checked) {
            String rules = String.join(
                    ", ",
                    rulesOf(obligation).stream().map(rule -> rule.id().text()).toList());
            return detail.isEmpty() ? rules : rules + ": " + detail;
        } else if (disposition instanceof Disposition.Answered answered) {
            return answered.function() + " fails with " + answered.status() + ": " + detail;
        } else if (disposition instanceof Disposition.Stopped stopped) {
            return stopped.code().toHex() + " " + stopped.code() + ": " + detail;
        }
        return detail;
    }
}
