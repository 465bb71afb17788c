package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import java.util.List;

/** One check at work, and the rule in whose name it reports. */
final class Watch implements ViolationSink {

    private final Rule rule;
    private final RuleCheck check;
    private final List<Violation> violations;

    /** Makes the rule's check, which reports into this list. */
    Watch(Rule rule, RunMemory memory, List<Violation> violations) {
        this.rule = rule;
        this.check = rule.newCheck().apply(memory);
        this.violations = violations;
    }

    RuleCheck check() {
        return check;
    }

    void observe(TraceEntry entry) {
        check.observe(entry, this);
    }

    void atEnd() {
        check.atEnd(this);
    }

    @Override
    public void violated(String message, ImmutableList<Long> entries) {
        violations.add(new Violation(rule, entries, message));
    }
}
