package dev.wsksim.verifier;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallRecord;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who looks at which records: worked out when the first record of a type comes, and for a {@link CallRecord} also of a
 * function, so that an entry costs one look-up and the checks that it concerns. A record of another layer than kernel and
 * wsk, in which alone a driver acts, concerns none.
 */
final class ReaderTable {

    private final List<Watch> watches;
    private final RunMemory memory;
    private final Map<Class<?>, Readers> byType = new LinkedHashMap<>();
    private final Map<Class<?>, Map<WskFunction, Readers>> byFunction = new LinkedHashMap<>();

    /** The checks and the followers of some records, in their order. */
    private static final class Readers {

        private static final Readers NONE = new Readers(List.of(), List.of());

        private final Watch[] watches;
        private final Follower[] followers;

        Readers(List<Watch> watches, List<Follower> followers) {
            this.watches = watches.toArray(new Watch[0]);
            this.followers = followers.toArray(new Follower[0]);
        }

        void read(TraceEntry entry) {
            for (Watch watch : watches) {
                watch.observe(entry);
            }
            for (Follower follower : followers) {
                follower.follow(entry);
            }
        }
    }

    /** Makes a table of these checks and of what they share. */
    ReaderTable(List<Watch> watches, RunMemory memory) {
        this.watches = watches;
        this.memory = memory;
    }

    /** Shows an entry to the checks that it concerns, and then to the followers. */
    void read(TraceEntry entry) {
        readersOf(entry.record()).read(entry);
    }

    private Readers readersOf(TraceRecord record) {
        if (record instanceof CallRecord call) {
            return readersOf(call);
        }
        Readers known = byType.get(record.getClass());
        if (known == null) {
            known = isSeen(record) ? find(record.getClass(), watches) : Readers.NONE;
            byType.put(record.getClass(), known);
        }
        return known;
    }

    private Readers readersOf(CallRecord call) {
        Map<WskFunction, Readers> ofType = byFunction.get(call.getClass());
        if (ofType == null) {
            ofType = new EnumMap<>(WskFunction.class);
            byFunction.put(call.getClass(), ofType);
        }
        WskFunction function = call.function();
        Readers known = ofType.get(function);
        if (known == null) {
            known = find(
                    call.getClass(),
                    watches.stream()
                            .filter(watch -> watch.check().wants(function))
                            .toList());
            ofType.put(function, known);
        }
        return known;
    }

    private static boolean isSeen(TraceRecord record) {
        return record.layer() == TraceLayer.KERNEL || record.layer() == TraceLayer.WSK;
    }

    private Readers find(Class<? extends TraceRecord> type, List<Watch> among) {
        return new Readers(
                among.stream().filter(watch -> watch.check().wants(type)).toList(),
                memory.followers().stream()
                        .filter(follower -> follower.wants(type))
                        .toList());
    }
}
