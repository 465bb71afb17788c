package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;

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
    private final ReaderTable readers = new ReaderTable(watches, memory);
    private final List<Violation> violations = new ArrayList<>();
    private boolean ended;

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
            watches.add(new Watch(rule, memory, violations));
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
        readers.read(entry);
    }

    /**
     * Tells the checks that the driver is gone, so that they report what it left behind. Only for a run in which the
     * driver had the opportunity to clean up.
     * A second call does nothing.
     */
    public void driverUnloaded() {
        if (!ended) {
            ended = true;
            watches.forEach(Watch::atEnd);
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
