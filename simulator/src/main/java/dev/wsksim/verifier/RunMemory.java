package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the checks of one run remember together: one {@link Follower} of each type, made when the first check asks.
 *
 * <p>A follower hears of an entry after the checks, so that to them it tells how things stood before the entry.
 */
public final class RunMemory {

    private final Map<Class<?>, Follower> byType = new LinkedHashMap<>();
    private final List<Follower> followers = new ArrayList<>();

    RunMemory() {}

    /** Returns the follower of this type that all checks of the run share. */
    public <T extends Follower> T share(Class<T> type, Supplier<T> maker) {
        Follower known = byType.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T made = maker.get();
        byType.put(type, made);
        followers.add(made);
        return made;
    }

    /** Returns all of them, in the order in which they were asked for. */
    ImmutableList<Follower> followers() {
        return ImmutableList.copyOf(followers);
    }
}
