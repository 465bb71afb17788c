package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the IRPs and sockets that the evidence of a finding speaks of, and the last thing that had happened to each of
 * them by then.
 */
public final class ObjectsInEvidence {
    private ObjectsInEvidence() {}

    /** Returns for each object, in the order of the evidence, the last entry up to the finding that names it. */
    public static ImmutableList<Map.Entry<String, TraceEntry>> lastOf(
            Finding finding, ImmutableList<TraceEntry> trace) {
        Map<String, TraceEntry> last = new LinkedHashMap<>();
        for (TraceEntry entry : finding.evidence()) {
            for (String object : namesIn(entry)) {
                last.put(object, entry);
            }
        }
        for (TraceEntry entry : trace) {
            if (last.isEmpty() || isLater(entry, finding)) {
                break;
            }
            for (String object : namesIn(entry)) {
                last.replace(object, entry);
            }
        }
        return ImmutableList.copyOf(last.entrySet());
    }

    /** Tells whether an entry comes after the finding, which at its instant stands right behind its evidence. */
    private static boolean isLater(TraceEntry entry, Finding finding) {
        TraceEntry evidence = finding.evidence().get(finding.evidence().size() - 1);
        boolean behindEvidence = evidence.timeNanos() == finding.at().nanos() && entry.number() > evidence.number();
        return behindEvidence || entry.timeNanos() > finding.at().nanos();
    }

    private static List<String> namesIn(TraceEntry entry) {
        Names names = new Names();
        entry.record().visit(names);
        return names.found;
    }

    /** Collects the numbered objects among the fields of a record. */
    private static final class Names implements FieldVisitor {
        private final List<String> found = new ArrayList<>(2);

        @Override
        public void number(String name, long value) {
            if (value != 0 && name.equals("irp")) {
                found.add("IRP " + value);
            } else if (value != 0 && name.equals("socket")) {
                found.add("socket " + value);
            }
        }

        @Override
        public void text(String name, String value) {}

        @Override
        public void flag(String name, boolean value) {}

        @Override
        public void nanos(String name, long nanos) {}
    }
}
