package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The memory in which a variable or a context of the driver lies.
 *
 * @param bytes how many it has
 * @param pool where it is
 * @param name the name by which steps touch and free it
 */
public record MemorySpec(int bytes, MdlSpec.Pool pool, Optional<Reference> name) {
    private static final String BYTES = "bytes";
    private static final String POOL = "pool";
    private static final String NAME = "name";
    private static final ImmutableList<String> KEYS = ImmutableList.of(BYTES, POOL, NAME);

    /** Reads the description of memory. */
    public static MemorySpec of(ArgumentValue.Fields fields) throws ArgumentMistakeException {
        ContentSpec.requireKeys(fields, KEYS, "memory of a variable");
        ArgumentValue bytes = ContentSpec.member(fields, BYTES);
        ArgumentValue pool = ContentSpec.member(fields, POOL);
        ArgumentValue name = ContentSpec.member(fields, NAME);
        if (bytes == null) {
            throw new ArgumentMistakeException(fields, "memory needs its size", "bytes: 28 has room for IPv6");
        }
        return new MemorySpec(
                (int) ContentSpec.count(bytes),
                pool == null ? MdlSpec.Pool.NON_PAGED : MdlSpec.poolOf(pool),
                name == null
                        ? Optional.empty()
                        : Optional.of(new Reference(ContentSpec.word(name, "a name"), name.position())));
    }
}
