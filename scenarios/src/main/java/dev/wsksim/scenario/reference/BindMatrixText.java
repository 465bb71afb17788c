package dev.wsksim.scenario.reference;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.sharing.BindMatrix;
import dev.wsksim.wsk.sharing.SharingOption;

/** Prints the bind matrix as it is in the simulator. Source: sharing-transport-addresses. */
final class BindMatrixText {
    private static final int FIRST_COLUMN = 16;
    private static final int COLUMN = 13;

    private BindMatrixText() {}

    /** Returns the legend and the rows. */
    static ImmutableList<String> lines() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add("Rows: the second socket; columns: the first one. W is the wildcard address, S the same specific"
                + " address. Two different specific addresses never conflict. CHECK checks the second socket's"
                + " security context against the first one's descriptor.");
        StringBuilder head = new StringBuilder(" ".repeat(FIRST_COLUMN));
        for (SharingOption option : SharingOption.values()) {
            head.append(cell(name(option) + " W", COLUMN)).append(cell(name(option) + " S", COLUMN));
        }
        lines.add(head.toString().stripTrailing());
        for (SharingOption second : SharingOption.values()) {
            lines.add(row(second, true)).add(row(second, false));
        }
        return lines.build();
    }

    private static String row(SharingOption second, boolean wildcard) {
        StringBuilder row = new StringBuilder(cell(name(second) + (wildcard ? " W" : " S"), FIRST_COLUMN));
        for (SharingOption first : SharingOption.values()) {
            row.append(cell(BindMatrix.cell(second, wildcard, first, true).name(), COLUMN));
            row.append(cell(BindMatrix.cell(second, wildcard, first, false).name(), COLUMN));
        }
        return row.toString().stripTrailing();
    }

    private static String name(SharingOption option) {
        return switch (option) {
            case NONE -> "none";
            case REUSE -> "REUSEADDR";
            case EXCLUSIVE -> "EXCLUSIVE";
        };
    }

    private static String cell(String text, int width) {
        return Strings.padEnd(text, width, ' ');
    }
}
