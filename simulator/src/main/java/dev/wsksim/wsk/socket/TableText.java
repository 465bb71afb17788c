package dev.wsksim.wsk.socket;

import org.jspecify.annotations.Nullable;

/** Writes a client dispatch table as its members that are not NULL. */
final class TableText {

    private final StringBuilder members = new StringBuilder();

    TableText member(String name, @Nullable Object value) {
        if (value != null) {
            members.append(members.length() == 0 ? "" : ", ").append(name);
        }
        return this;
    }

    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
