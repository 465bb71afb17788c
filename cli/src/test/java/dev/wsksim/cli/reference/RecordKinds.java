package dev.wsksim.cli.reference;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.reflect.ClassPath;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All kinds of trace records with their fields, found out from the records themselves: every class of records that there
 * is, in samples with all the values that matter, and every entry of every bundled scenario.
 */
final class RecordKinds {

    private static final Supplier<RecordKinds> ALL = Suppliers.memoize(RecordKinds::new);

    private final Map<String, RecordKind> kinds = new TreeMap<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();

    private RecordKinds() {
        for (Class<?> type : recordClasses()) {
            new SampleValues().of(type).forEach(sample -> learn((TraceRecord) sample));
        }
        BundledRuns.forEach(result -> {
            for (TraceEntry entry : result.trace()) {
                learn(entry.record());
            }
        });
    }

    /** Returns what is known; it is found out once. */
    static RecordKinds all() {
        return ALL.get();
    }

    private void learn(TraceRecord record) {
        seen.add(record.getClass());
        kinds.computeIfAbsent(
                        record.kind(), kind -> new RecordKind(record.layer().label()))
                .learn(record);
    }

    /** Returns the kinds by name, in the order of the alphabet. */
    Map<String, RecordKind> byName() {
        return kinds;
    }

    /** Returns the classes of records of which neither a sample could be made nor a scenario had one. */
    ImmutableList<Class<?>> unseen() {
        return recordClasses().stream().filter(type -> !seen.contains(type)).collect(ImmutableList.toImmutableList());
    }

    /** Returns all classes of trace records in the order of their names. */
    static ImmutableList<Class<?>> recordClasses() {
        Map<String, Class<?>> found = new TreeMap<>();
        try {
            for (ClassPath.ClassInfo info :
                    ClassPath.from(TraceRecord.class.getClassLoader()).getAllClasses()) {
                if (info.getPackageName().startsWith("dev.wsksim.")) {
                    Class<?> type = Class.forName(info.getName(), false, TraceRecord.class.getClassLoader());
                    if (TraceRecord.class.isAssignableFrom(type) && !type.isInterface()) {
                        found.put(type.getName(), type);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError("the class path has what it says", impossible);
        }
        return ImmutableList.copyOf(found.values());
    }
}
