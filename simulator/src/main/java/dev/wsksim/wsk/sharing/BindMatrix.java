package dev.wsksim.wsk.sharing;

import static dev.wsksim.wsk.sharing.MatrixCell.CHECK;
import static dev.wsksim.wsk.sharing.MatrixCell.DENIED;
import static dev.wsksim.wsk.sharing.MatrixCell.INUSE;
import static dev.wsksim.wsk.sharing.MatrixCell.OK;

import com.google.common.collect.ImmutableList;

/**
 * The 36 cells that decide whether a second socket may be bound to an address and port that a first one holds.
 *
 * <p>Rows are the second bind, columns the first; each once with the wildcard address and once with a specific one,
 * where specific means the same specific address (two different specific addresses never conflict). The matrix is not
 * symmetric: the order of the binds matters.
 *
 * <p>Source: sharing-transport-addresses. The Winsock page using-so-reuseaddr-and-so-exclusiveaddruse agrees with it in
 * every cell but one: a first socket with SO_REUSEADDR and a second one with neither option, both specific, is DENIED
 * here and "in use" there.
 */
public final class BindMatrix {

    /** Column order: first socket none, reuse, exclusive; each wildcard, then specific. */
    private static final ImmutableList<ImmutableList<MatrixCell>> ROWS = ImmutableList.of(
            ImmutableList.of(INUSE, OK, INUSE, OK, INUSE, OK), // none, wildcard
            ImmutableList.of(CHECK, INUSE, CHECK, DENIED, DENIED, INUSE), // none, specific
            ImmutableList.of(DENIED, OK, OK, OK, DENIED, OK), // reuse, wildcard
            ImmutableList.of(CHECK, DENIED, OK, OK, DENIED, DENIED), // reuse, specific
            ImmutableList.of(INUSE, INUSE, INUSE, INUSE, INUSE, INUSE), // exclusive, wildcard
            ImmutableList.of(CHECK, INUSE, CHECK, INUSE, DENIED, INUSE)); // exclusive, specific

    private BindMatrix() {}

    /** Returns the cell for a second bind over a first one on the same port. */
    public static MatrixCell cell(
            SharingOption second, boolean secondWildcard, SharingOption first, boolean firstWildcard) {
        return ROWS.get(index(second, secondWildcard)).get(index(first, firstWildcard));
    }

    private static int index(SharingOption option, boolean wildcard) {
        int pair = switch (option) {
            case NONE -> 0;
            case REUSE -> 1;
            case EXCLUSIVE -> 2;
        };
        return 2 * pair + (wildcard ? 0 : 1);
    }
}
