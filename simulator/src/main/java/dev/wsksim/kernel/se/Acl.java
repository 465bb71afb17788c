package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * An access control list: entries in the order in which they are judged.
 *
 * <p>The order is kept as it is. Putting denials first is a convention (order-of-aces-in-a-dacl) that the check does
 * not enforce. Source: MS-DTYP 2.4.5.
 *
 * @param aces the entries
 */
public record Acl(ImmutableList<Ace> aces) {

    /** A list without entries; as a DACL it grants nothing to anybody but the owner's implicit rights. */
    public static final Acl EMPTY = new Acl(ImmutableList.of());

    static final int HEADER_SIZE = 8;

    /** The largest value that fits AclSize and is a multiple of 4. */
    static final int MAX_SIZE = 0xFFFC;

    static final int REVISION = 2;
    /** The revision of a list that has entries with GUIDs. */
    static final int REVISION_DS = 4;

    public Acl {
        int size = sizeOf(aces);
        checkArgument(size <= MAX_SIZE, "the ACL needs %s bytes, more than %s", size, MAX_SIZE);
    }

    /** Makes a list of entries. */
    public static Acl of(Ace... aces) {
        return new Acl(ImmutableList.copyOf(aces));
    }

    static int sizeOf(List<Ace> aces) {
        return HEADER_SIZE + aces.stream().mapToInt(Ace::size).sum();
    }

    /** Returns the length of the binary form in bytes. */
    public int size() {
        return sizeOf(aces);
    }

    /** Returns AclRevision: 4 with entries that have GUIDs, otherwise 2. */
    public int revision() {
        return aces.stream().anyMatch(ObjectAce.class::isInstance) ? REVISION_DS : REVISION;
    }
}
