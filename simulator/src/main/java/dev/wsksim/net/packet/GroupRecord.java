package dev.wsksim.net.packet;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.Optional;

/**
 * What a membership report says of one group (RFC 3376 section 4.2.4, RFC 3810 section 5.2.5).
 *
 * @param type what it says
 * @param group the group
 * @param sources the senders that are meant
 */
public record GroupRecord(Type type, IpAddress group, ImmutableList<IpAddress> sources) {

    private static final int HEADER_BYTES = 8;
    private static final int HEADER_BYTES_6 = 20;

    /** What a record says. */
    public enum Type {
        /** The state is: packets from these senders only. */
        MODE_IS_INCLUDE(1),
        /** The state is: packets from all but these senders. */
        MODE_IS_EXCLUDE(2),
        /** The state became: packets from these senders only; with no sender at all, the group was left. */
        CHANGE_TO_INCLUDE_MODE(3),
        /** The state became: packets from all but these senders; with no sender at all, the group was joined. */
        CHANGE_TO_EXCLUDE_MODE(4),
        /** These senders were added to those that are wanted. */
        ALLOW_NEW_SOURCES(5),
        /** These senders were taken from those that are wanted. */
        BLOCK_OLD_SOURCES(6);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** Returns the number in the header. */
        public int number() {
            return number;
        }

        /** Returns the type with a number, if there is one. */
        public static Optional<Type> of(int number) {
            return number < 1 || number > values().length ? Optional.empty() : Optional.of(values()[number - 1]);
        }
    }

    /** Returns a record without senders. */
    public static GroupRecord of(Type type, IpAddress group) {
        return new GroupRecord(type, group, ImmutableList.of());
    }

    /** Returns how many bytes it fills. */
    public int wireBytes() {
        int addressBytes = group.family().bits() / Byte.SIZE;
        return (addressBytes == Integer.BYTES ? HEADER_BYTES : HEADER_BYTES_6) + sources.size() * addressBytes;
    }

    /** Returns the record as traces show it, for example {@code CHANGE_TO_EXCLUDE_MODE 239.1.2.3}. */
    @Override
    public String toString() {
        return type + " " + group + (sources.isEmpty() ? "" : " " + sources);
    }
}
