package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Collects the parts of a {@link Rule} by name, so that a definition reads like an entry of a rule book. */
public final class RuleBuilder {

    private final RuleId id;
    private final Severity severity;
    private final String title;
    private String what = "";
    private String why = "";
    private String fix = "";
    private ImmutableList<String> pages = ImmutableList.of();
    private ImmutableList<String> obligations = ImmutableList.of();

    RuleBuilder(RuleId id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    /** Says what the rule demands. */
    public RuleBuilder what(String text) {
        what = text;
        return this;
    }

    /** Says what goes wrong otherwise. */
    public RuleBuilder why(String text) {
        why = text;
        return this;
    }

    /** Says how to put it right. */
    public RuleBuilder fix(String text) {
        fix = text;
        return this;
    }

    /** Names the pages that the rule comes from. */
    public RuleBuilder pages(String... names) {
        pages = ImmutableList.copyOf(names);
        return this;
    }

    /** Names the obligations that the rule covers. */
    public RuleBuilder obligations(String... ids) {
        obligations = ImmutableList.copyOf(ids);
        return this;
    }

    /** Ends the definition of a rule whose check remembers things: a new one is made for each run. */
    public Rule checkedBy(Supplier<RuleCheck> newCheck) {
        return checkedWith(memory -> newCheck.get());
    }

    /** Ends the definition of a rule whose check uses what the checks of a run share. */
    public Rule checkedWith(Function<RunMemory, RuleCheck> newCheck) {
        return new Rule(id, severity, title, what, why, fix, pages, obligations, newCheck);
    }

    /**
     * Ends the definition of a rule whose check looks at each record of one type by itself.
     *
     * @param functions those of which it looks at records about calls; all of them where none is named
     */
    public <R extends TraceRecord> Rule checkedOn(Class<R> type, RecordCheck<R> check, WskFunction... functions) {
        RuleCheck shown = RecordCheck.on(type, check, functions);
        return checkedWith(memory -> shown);
    }
}
