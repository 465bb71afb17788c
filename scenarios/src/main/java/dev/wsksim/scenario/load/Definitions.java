package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Collects the named parts of the JSON Schema, so that an element that occurs in several places, or in itself, is
 * written once.
 */
final class Definitions {
    private final Map<String, Object> parts = new LinkedHashMap<>();

    /** Returns a reference to a part, and has it made when this is its first mention. */
    ImmutableMap<String, Object> reference(String name, Supplier<ImmutableMap<String, Object>> schema) {
        String key = name.replace(' ', '-');
        if (!parts.containsKey(key)) {
            parts.put(key, true);
            parts.put(key, schema.get());
        }
        return Json.object("$ref", "#/$defs/" + key);
    }

    /** Returns all parts in the order of their first mention. */
    ImmutableMap<String, Object> all() {
        return ImmutableMap.copyOf(parts);
    }
}
