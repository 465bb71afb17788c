package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a descriptor in SDDL; entries are read by {@link SddlAceParser}. */
final class SddlParser {

    private static final String PARTS = "a descriptor is made of O:, G:, D: and S:";

    private final SddlScanner in;
    private final Map<SddlList, AclSlot> lists = new EnumMap<>(SddlList.class);
    private final EnumSet<ControlBit> control = EnumSet.noneOf(ControlBit.class);
    private @Nullable Sid owner;
    private @Nullable Sid group;

    SddlParser(String text) {
        in = new SddlScanner(text);
    }

    SecurityDescriptor parse() {
        in.skipSpace();
        while (!in.atEnd()) {
            part();
            in.skipSpace();
        }
        return new SecurityDescriptor(
                Optional.ofNullable(owner),
                Optional.ofNullable(group),
                lists.getOrDefault(SddlList.DACL, AclSlot.ABSENT),
                lists.getOrDefault(SddlList.SACL, AclSlot.ABSENT),
                ImmutableSet.copyOf(control),
                0);
    }

    private void part() {
        int start = in.position();
        if (in.accept("O:")) {
            requireFirst(start, owner == null, "O:");
            owner = SidParser.parse(in);
        } else if (in.accept("G:")) {
            requireFirst(start, group == null, "G:");
            group = SidParser.parse(in);
        } else if (in.accept("D:")) {
            list(start, SddlList.DACL);
        } else if (in.accept("S:")) {
            list(start, SddlList.SACL);
        } else {
            throw in.error("unexpected '" + in.peek() + "'", PARTS);
        }
    }

    private void requireFirst(int start, boolean first, String part) {
        if (!first) {
            throw in.errorAt(start, part + " is given twice", "each part may be given once");
        }
    }

    private void list(int start, SddlList list) {
        requireFirst(start, !lists.containsKey(list), list.letter() + ":");
        boolean isNull = listFlags(list);
        int entriesAt = in.position();
        List<Ace> aces = entries(list, start);
        if (isNull && !aces.isEmpty()) {
            throw in.errorAt(
                    entriesAt,
                    "a list with " + SddlList.NO_ACCESS_CONTROL + " has no entries",
                    "remove one of the two");
        }
        lists.put(list, isNull ? AclSlot.NULL : AclSlot.of(new Acl(ImmutableList.copyOf(aces))));
    }

    /** Reads the flags and returns true when the list is a NULL one. */
    private boolean listFlags(SddlList list) {
        boolean isNull = false;
        while (!in.atEnd() && Character.isLetter(in.peek()) && !atPart()) {
            if (in.accept(SddlList.NO_ACCESS_CONTROL)) {
                isNull = true;
            } else {
                control.add(listFlag(list));
            }
        }
        return isNull;
    }

    private ControlBit listFlag(SddlList list) {
        for (Map.Entry<String, ControlBit> flag : list.flags().entrySet()) {
            if (in.accept(flag.getKey())) {
                return flag.getValue();
            }
        }
        throw in.error(
                "unknown list flag '" + in.peek() + "'",
                "the flags are P, AR, AI and " + SddlList.NO_ACCESS_CONTROL + "; entries stand in parentheses");
    }

    private boolean atPart() {
        return in.startsWith("O:") || in.startsWith("G:") || in.startsWith("D:") || in.startsWith("S:");
    }

    private List<Ace> entries(SddlList list, int start) {
        List<Ace> aces = new ArrayList<>();
        int size = Acl.HEADER_SIZE;
        in.skipSpace();
        while (!in.atEnd() && in.peek() == '(') {
            Ace ace = new SddlAceParser(in, list).parse();
            size += ace.size();
            if (size > Acl.MAX_SIZE) {
                throw in.errorAt(start, "the list is larger than " + Acl.MAX_SIZE + " bytes", "use fewer entries");
            }
            aces.add(ace);
            in.skipSpace();
        }
        return aces;
    }
}
