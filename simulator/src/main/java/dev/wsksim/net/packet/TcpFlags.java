package dev.wsksim.net.packet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/** The control bits of the TCP header (RFC 9293 section 3.1), as a bit mask. */
public final class TcpFlags {

    /** No more data from the sender. */
    public static final int FIN = 0x01;
    /** Synchronize sequence numbers. */
    public static final int SYN = 0x02;
    /** Reset the connection. */
    public static final int RST = 0x04;
    /** Push function. */
    public static final int PSH = 0x08;
    /** The acknowledgment number is significant. */
    public static final int ACK = 0x10;
    /** The urgent pointer is significant. */
    public static final int URG = 0x20;
    /** Explicit congestion notification echo. */
    public static final int ECE = 0x40;
    /** Congestion window reduced. */
    public static final int CWR = 0x80;

    private static final int COMBINATIONS = 256;
    /** Bits in the order in which their names are written; ACK last, as in SYN+ACK and RST+ACK. */
    private static final ImmutableList<String> NAMES =
            ImmutableList.of("FIN", "SYN", "RST", "PSH", "URG", "ECE", "CWR", "ACK");

    private static final ImmutableList<Integer> BITS = ImmutableList.of(FIN, SYN, RST, PSH, URG, ECE, CWR, ACK);
    private static final ImmutableList<String> TEXTS = texts();

    private TcpFlags() {}

    /**
     * Returns the names of the bits that are set, joined by plus signs, for example {@code SYN+ACK}; {@code none} for
     * no bits.
     */
    public static String text(int flags) {
        return TEXTS.get(flags);
    }

    /**
     * Returns the bits with these names in any order, for example {@code ACK+SYN}, or nothing where a name is unknown.
     */
    public static OptionalInt parse(String text) {
        int flags = 0;
        for (String name : Splitter.on('+').split(text)) {
            int index = NAMES.indexOf(name);
            if (index < 0) {
                return OptionalInt.empty();
            }
            flags |= BITS.get(index);
        }
        return OptionalInt.of(flags);
    }

    private static ImmutableList<String> texts() {
        ImmutableList.Builder<String> texts = ImmutableList.builderWithExpectedSize(COMBINATIONS);
        for (int flags = 0; flags < COMBINATIONS; flags++) {
            texts.add(joined(flags));
        }
        return texts.build();
    }

    private static String joined(int flags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((flags & BITS.get(i)) != 0) {
                text.append(text.length() == 0 ? "" : "+").append(NAMES.get(i));
            }
        }
        return text.length() == 0 ? "none" : text.toString();
    }
}
