package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as indented JSON, keys in the order of the maps. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /** Returns the JSON text of a value, with a line end behind it. */
    static String write(Object value) {
        Json json = new Json();
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    /** Returns a schema of one key and its value. */
    static ImmutableMap<String, Object> object(String key, Object value) {
        return ImmutableMap.of(key, value);
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            members(map, depth);
        } else if (value instanceof Iterable<?> list) {
            elements(list, depth);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    private void members(Map<?, ?> map, int depth) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            newLine(depth + 1);
            text(entry.getKey().toString());
            out.append(": ");
            value(entry.getValue(), depth + 1);
            separator = ",";
        }
        if (!map.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void elements(Iterable<?> list, int depth) {
        out.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            value(elements.next(), depth);
            out.append(elements.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
