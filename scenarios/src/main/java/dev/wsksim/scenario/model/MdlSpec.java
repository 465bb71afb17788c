package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * An MDL as a scenario writes it: one that was named before, those of an indicated list, or a new one for new memory.
 *
 * @param known the name of an earlier one, or of an indicated list; then nothing else is said
 * @param content what the memory holds; absent where a number of bytes is all that is said
 * @param bytes how many bytes the memory has
 * @param name the name that the MDL and its memory get
 * @param pool where the memory lies
 * @param preparedBy what makes its pages usable
 * @param position where it is written
 */
public record MdlSpec(
        Optional<Reference> known,
        Optional<ContentSpec> content,
        int bytes,
        Optional<Reference> name,
        Pool pool,
        Preparation preparedBy,
        SourcePosition position) {
    private static final String PREPARED_BY = "prepared-by";
    private static final ImmutableList<String> OWN_KEYS = ImmutableList.of("name", "pool", PREPARED_BY);

    /** The keys of a new one. */
    static final ImmutableList<String> KEYS = ImmutableList.<String>builder()
            .addAll(ContentSpec.KEYS)
            .addAll(OWN_KEYS)
            .build();

    /** Where memory lies. */
    public enum Pool implements WordEnum {
        /** Always resident. */
        NON_PAGED("NonPagedPool"),
        /** Pageable. */
        PAGED("PagedPool"),
        /** Pageable, and gone when the function returns. */
        STACK("stack");

        private final String word;

        Pool(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What makes the pages of an MDL usable for others. */
    public enum Preparation implements WordEnum {
        /** MmBuildMdlForNonPagedPool. */
        BUILT("MmBuildMdlForNonPagedPool"),
        /** MmProbeAndLockPages. */
        LOCKED("MmProbeAndLockPages"),
        /** Nothing, which is a mistake. */
        NOTHING("nothing");

        private final String word;

        Preparation(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Reads an MDL of a chain: a name, or a mapping. */
    static MdlSpec of(ArgumentValue value) throws ArgumentMistakeException {
        if (value instanceof ArgumentValue.Fields fields) {
            ContentSpec.requireKeys(fields, KEYS, "an MDL");
            return ofFields(fields);
        }
        String name = ContentSpec.word(value, "the name of an MDL, or a mapping such as { bytes: 10 }");
        return new MdlSpec(
                Optional.of(new Reference(name, value.position())),
                Optional.empty(),
                0,
                Optional.empty(),
                Pool.NON_PAGED,
                Preparation.NOTHING,
                value.position());
    }

    /** Makes a new one in non-paged pool, as a driver does without a second thought. */
    static MdlSpec of(ContentSpec content, SourcePosition position) {
        return new MdlSpec(
                Optional.empty(),
                Optional.of(content),
                (int) content.count(),
                Optional.empty(),
                Pool.NON_PAGED,
                Preparation.BUILT,
                position);
    }

    /** Reads a new one out of a mapping that may have other keys. */
    static MdlSpec ofFields(ArgumentValue.Fields fields) throws ArgumentMistakeException {
        ContentSpec content = ContentSpec.ofFields(fields);
        ArgumentValue name = ContentSpec.member(fields, "name");
        ArgumentValue pool = ContentSpec.member(fields, "pool");
        ArgumentValue prepared = ContentSpec.member(fields, PREPARED_BY);
        Pool where = pool == null ? Pool.NON_PAGED : poolOf(pool);
        Preparation usual = where == Pool.NON_PAGED ? Preparation.BUILT : Preparation.LOCKED;
        return new MdlSpec(
                Optional.empty(),
                Optional.of(content),
                (int) content.count(),
                name == null
                        ? Optional.empty()
                        : Optional.of(new Reference(ContentSpec.word(name, "a name"), name.position())),
                where,
                prepared == null ? usual : oneOf(prepared, Preparation.values(), "what prepares an MDL"),
                fields.position());
    }

    /** Reads where memory lies. */
    static Pool poolOf(ArgumentValue value) throws ArgumentMistakeException {
        return oneOf(value, Pool.values(), "a kind of memory");
    }

    private static <E extends WordEnum> E oneOf(ArgumentValue value, E[] values, String what)
            throws ArgumentMistakeException {
        StringBuilder words = new StringBuilder();
        for (E known : values) {
            if (known.word().equals(value.toString())) {
                return known;
            }
            words.append(words.length() == 0 ? "" : ", ").append(known.word());
        }
        throw new ArgumentMistakeException(value, "expected " + what + ", found '" + value + "'", "one of: " + words);
    }
}
