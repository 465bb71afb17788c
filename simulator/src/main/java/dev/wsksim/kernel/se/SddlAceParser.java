package dev.wsksim.kernel.se;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads one entry in SDDL: {@code (type;flags;rights;object_guid;inherit_object_guid;sid)}.
 *
 * <p>Source: ace-strings.
 */
final class SddlAceParser {

    private static final String SHAPE = "an entry is (type;flags;rights;object_guid;inherit_object_guid;sid)";
    private static final int FIELD_COUNT = 6;
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Kinds of entry that are legal and not simulated, with what they are. */
    private static final ImmutableMap<String, String> UNSUPPORTED = ImmutableMap.<String, String>builder()
            .put("XA", "ACCESS_ALLOWED_CALLBACK_ACE_TYPE (conditional expression)")
            .put("XD", "ACCESS_DENIED_CALLBACK_ACE_TYPE (conditional expression)")
            .put("XU", "SYSTEM_AUDIT_CALLBACK_ACE_TYPE (conditional expression)")
            .put("ZA", "ACCESS_ALLOWED_CALLBACK_OBJECT_ACE_TYPE (conditional expression)")
            .put("RA", "SYSTEM_RESOURCE_ATTRIBUTE_ACE_TYPE (resource attribute)")
            .put("SP", "SYSTEM_SCOPED_POLICY_ID_ACE_TYPE (central access policy)")
            .put("TL", "SYSTEM_PROCESS_TRUST_LABEL_ACE_TYPE (process trust label)")
            .put("FL", "SYSTEM_ACCESS_FILTER_ACE_TYPE (access filter)")
            .buildOrThrow();

    private final SddlScanner in;
    private final SddlList list;
    private final List<SddlScanner> fields = new ArrayList<>();

    SddlAceParser(SddlScanner in, SddlList list) {
        this.in = in;
        this.list = list;
    }

    /** Reads the entry that starts here with a parenthesis. */
    Ace parse() {
        int open = in.position();
        in.advance(1);
        field(open);
        AceType type = type(fields.get(0));
        while (in.peek() == ';') {
            in.advance(1);
            field(open);
        }
        if (fields.size() != FIELD_COUNT) {
            throw in.error("the entry has " + fields.size() + " fields instead of " + FIELD_COUNT, SHAPE);
        }
        in.advance(1);
        return build(type);
    }

    private Ace build(AceType type) {
        ImmutableSet<AceFlag> flags = flags(fields.get(1));
        AccessMask mask = SddlRights.parse(fields.get(2));
        Optional<UUID> objectType = guid(type, fields.get(3));
        Optional<UUID> inheritedObjectType = guid(type, fields.get(4));
        Sid sid = sid(type, fields.get(5));
        return type.isObject()
                ? ObjectAce.of(type, flags, mask, objectType, inheritedObjectType, sid)
                : new BasicAce(type, flags, mask, sid);
    }

    /** Takes the text up to the next semicolon or closing parenthesis as a field. */
    private void field(int open) {
        int start = in.position();
        while (!in.atEnd() && in.peek() != ';' && in.peek() != ')') {
            if (in.peek() == '(') {
                throw in.error("an entry of this type has no expression in parentheses", SHAPE);
            }
            in.advance(1);
        }
        if (in.atEnd()) {
            throw in.errorAt(open, "the entry that starts here is not closed", "add ')'");
        }
        fields.add(new SddlScanner(in.text(), start, in.position()));
    }

    private AceType type(SddlScanner field) {
        String letters = Ascii.toUpperCase(contents(field));
        String unsupported = UNSUPPORTED.get(letters);
        if (unsupported != null) {
            throw in.unsupportedAt(
                    field.position(),
                    "entries of type " + letters + " are not simulated: " + unsupported,
                    "leave it out");
        }
        AceType type = AceType.bySddl(letters)
                .orElseThrow(() -> field.error(
                        "unknown type of entry '" + contents(field) + "'",
                        "the types are A, D, OA, OD, AU, AL, OU, OL, ML"));
        if (type.belongsInDacl() != (list == SddlList.DACL)) {
            throw field.error(
                    "an entry of type " + letters + " has no effect in " + list.letter() + ":",
                    type.belongsInDacl() ? "move it to D:" : "move it to S:");
        }
        return type;
    }

    private static ImmutableSet<AceFlag> flags(SddlScanner field) {
        EnumSet<AceFlag> flags = EnumSet.noneOf(AceFlag.class);
        while (!field.atEnd()) {
            flags.add(flag(field));
        }
        return Sets.immutableEnumSet(flags);
    }

    private static AceFlag flag(SddlScanner field) {
        for (AceFlag flag : AceFlag.values()) {
            if (field.accept(flag.sddl())) {
                return flag;
            }
        }
        throw field.error(
                "unknown entry flag '" + field.lookAhead(2) + "'", "the flags are OI, CI, NP, IO, ID, SA and FA");
    }

    private static Optional<UUID> guid(AceType type, SddlScanner field) {
        String text = contents(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!type.isObject()) {
            throw field.error(
                    "an entry of type " + type.sddl() + " has no GUID",
                    "leave the field empty, or use OA, OD, OU or OL");
        }
        if (!GUID.matcher(text).matches()) {
            throw field.error("a GUID is expected", "write it as 01234567-89ab-cdef-0123-456789abcdef");
        }
        return Optional.of(UUID.fromString(text));
    }

    private static Sid sid(AceType type, SddlScanner field) {
        int start = field.position();
        Sid sid = SidParser.parse(field);
        if (!field.atEnd()) {
            throw field.error("nothing may follow the SID, but here is '" + field.peek() + "'", SHAPE);
        }
        if (!BasicAce.acceptsTrustee(type, sid)) {
            throw field.errorAt(
                    start, "a mandatory label needs an integrity level", "use LW, ME, MP, HI, SI or S-1-16-...");
        }
        return sid;
    }

    private static String contents(SddlScanner field) {
        return field.text().substring(field.position(), field.end());
    }
}
