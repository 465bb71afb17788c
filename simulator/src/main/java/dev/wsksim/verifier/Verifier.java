package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.trace.TraceSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches a run: gives every trace entry of the layers kernel and wsk, in which alone a driver acts, to the checks of a
 * rule book, and collects what they find.
 *
 * <p>It must listen from the first entry on. It judges one simulated Windows host: numbers of IRPs, sockets and clients
 * are unique on their host only.
 */
public final class Verifier implements TraceSink {

    private final RuleBook book;
    private final RulePolicy policy;
    private final RunMemory memory = new RunMemory();
    private final List<Watch> watches = new ArrayList<>();
    private final Map<Class<?>, ImmutableList<Watch>> interested = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private boolean ended;

    /** One check at work, and the rule in whose name it reports. */
    private final class Watch implements ViolationSink {

        private final Rule rule;
        private final RuleCheck check;

        Watch(Rule rule) {
            this.rule = rule;
            this.check = rule.newCheck().apply(memory);
        }

        @Override
        public void violated(String message, ImmutableList<Long> entries) {
            violations.add(new Violation(rule, entries, message));
        }
    }

    /** Makes a verifier that has seen nothing yet, and to which every rule counts. */
    public Verifier(RuleBook book) {
        this(book, RulePolicy.STRICT);
    }

    /**
     * Makes a verifier that has seen nothing yet.
     *
     * @param policy which violations count
     * @throws IllegalArgumentException when a rule is off that the book does not have
     */
    public Verifier(RuleBook book, RulePolicy policy) {
        this.book = book;
        this.policy = policy;
        for (RuleId id : policy.off()) {
            if (book.rule(id.text()).isEmpty()) {
                throw new IllegalArgumentException("there is no rule " + id);
            }
        }
        for (Rule rule : book.rules()) {
            watches.add(new Watch(rule));
        }
    }

    /** Returns the rules that are checked. */
    public RuleBook book() {
        return book;
    }

    /** Returns which violations count. */
    public RulePolicy policy() {
        return policy;
    }

    @Override
    public void accept(TraceEntry entry) {
        TraceLayer layer = entry.record().layer();
        if (layer != TraceLayer.KERNEL && layer != TraceLayer.WSK) {
            return;
        }
        ImmutableList<Watch> readers = interestedIn(entry.record().getClass());
        for (int i = 0; i < readers.size(); i++) {
            Watch watch = readers.get(i);
            watch.check.observe(entry, watch);
        }
        memory.follow(entry);
    }

    private ImmutableList<Watch> interestedIn(Class<? extends TraceRecord> type) {
        ImmutableList<Watch> known = interested.get(type);
        if (known == null) {
            known = watches.stream().filter(watch -> watch.check.wants(type)).collect(ImmutableList.toImmutableList());
            interested.put(type, known);
        }
        return known;
    }

    /**
     * Tells the checks that the driver is gone, so that they report what it left behind. Only for a run in which the
     * driver had the opportunity to clean up.
     * A second call does nothing.
     */
    public void driverUnloaded() {
        if (!ended) {
            ended = true;
            watches.forEach(watch -> watch.check.atEnd(watch));
        }
    }

    /** Returns what the violations so far come to under the policy. */
    public RulePolicy.Judgement judgement() {
        return policy.judge(violations());
    }

    /** Returns what was found so far, counting or not, in the order in which it was found. */
    public ImmutableList<Violation> violations() {
        return ImmutableList.copyOf(violations);
    }
}
