package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What the four generic rights mean for one type of object.
 *
 * <p>Source: ns-wdm-_generic_mapping, nf-ntifs-rtlmapgenericmask.
 *
 * @param read what GENERIC_READ stands for
 * @param write what GENERIC_WRITE stands for
 * @param execute what GENERIC_EXECUTE stands for
 * @param all what GENERIC_ALL stands for
 */
public record GenericMapping(AccessMask read, AccessMask write, AccessMask execute, AccessMask all) {

    public GenericMapping {
        AccessMask union = read.or(write).or(execute).or(all);
        checkArgument(!union.intersects(AccessMask.GENERIC_BITS), "a generic right cannot stand for a generic right");
    }

    /** Replaces generic rights by what they stand for; other bits stay (RtlMapGenericMask). */
    public AccessMask map(AccessMask mask) {
        AccessMask mapped = mask.without(AccessMask.GENERIC_BITS);
        mapped = mask.intersects(AccessMask.GENERIC_READ) ? mapped.or(read) : mapped;
        mapped = mask.intersects(AccessMask.GENERIC_WRITE) ? mapped.or(write) : mapped;
        mapped = mask.intersects(AccessMask.GENERIC_EXECUTE) ? mapped.or(execute) : mapped;
        return mask.intersects(AccessMask.GENERIC_ALL) ? mapped.or(all) : mapped;
    }
}
