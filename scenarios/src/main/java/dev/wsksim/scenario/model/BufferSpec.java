package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A WSK_BUF as a scenario writes it.
 *
 * @param mdls the MDL chain; empty where Mdl is NULL
 * @param offset Offset; absent: 0, or that of the indicated buffer whose MDLs these are
 * @param length Length; absent: all that the chain describes behind Offset, or that of the indicated buffer
 */
public record BufferSpec(ImmutableList<MdlSpec> mdls, OptionalLong offset, OptionalLong length) {
    private static final ImmutableList<String> OWN_KEYS = ImmutableList.of("Mdl", "Offset", "Length");
    private static final ImmutableList<String> KEYS = ImmutableList.<String>builder()
            .addAll(OWN_KEYS)
            .addAll(MdlSpec.KEYS)
            .build();

    /** Reads a buffer in the short form, which is that of bytes, or in full; not the NULL pointer. */
    public static BufferSpec of(ArgumentValue value) throws ArgumentMistakeException {
        if (!(value instanceof ArgumentValue.Fields fields)) {
            ContentSpec content = ContentSpec.of(value);
            ImmutableList<MdlSpec> chain =
                    content.count() == 0 ? ImmutableList.of() : ImmutableList.of(MdlSpec.of(content, value.position()));
            return new BufferSpec(chain, OptionalLong.empty(), OptionalLong.of(content.count()));
        }
        ContentSpec.requireKeys(fields, KEYS, "a buffer");
        ArgumentValue mdl = ContentSpec.member(fields, "Mdl");
        ArgumentValue offset = ContentSpec.member(fields, "Offset");
        ArgumentValue length = ContentSpec.member(fields, "Length");
        return new BufferSpec(
                mdl == null ? ImmutableList.of(MdlSpec.ofFields(fields)) : chain(mdl, fields),
                offset == null ? OptionalLong.empty() : OptionalLong.of(ContentSpec.count(offset)),
                length == null ? OptionalLong.empty() : OptionalLong.of(ContentSpec.count(length)));
    }

    private static ImmutableList<MdlSpec> chain(ArgumentValue mdl, ArgumentValue.Fields fields)
            throws ArgumentMistakeException {
        Optional<Reference> other = fields.members().stream()
                .map(ArgumentValue.Member::name)
                .filter(name -> MdlSpec.KEYS.contains(name.name()))
                .findFirst();
        if (other.isPresent()) {
            throw new ArgumentMistakeException(
                    other.get(),
                    "'" + other.get() + "' belongs to an MDL, and 'Mdl' gives the MDLs",
                    "write it in the MDL: Mdl: [{ " + other.get() + ": … }]");
        }
        if (mdl instanceof ArgumentValue.Null) {
            return ImmutableList.of();
        }
        if (mdl instanceof ArgumentValue.Items items) {
            ImmutableList.Builder<MdlSpec> mdls = ImmutableList.builder();
            for (ArgumentValue item : items.values()) {
                mdls.add(MdlSpec.of(item));
            }
            return mdls.build();
        }
        return ImmutableList.of(MdlSpec.of(mdl));
    }
}
