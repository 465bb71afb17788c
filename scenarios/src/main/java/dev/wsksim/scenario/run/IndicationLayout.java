package dev.wsksim.scenario.run;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import org.jspecify.annotations.Nullable;

/**
 * Writes how the bytes of an indication lie in memory, so that an expectation can tell the layouts apart that
 * event.indication-shape and event.datagram-shape choose from (OQ-102, OQ-110): entry by entry, such as {@code 2 bytes in
 * 1 MDL, 3 bytes in 2 MDLs from Offset 53}.
 */
final class IndicationLayout {

    private IndicationLayout() {}

    /** Returns the layout of a list of received bytes; NULL of none. */
    static String of(@Nullable WskDataIndication head) {
        StringBuilder text = new StringBuilder();
        for (WskDataIndication entry = head; entry != null; entry = entry.next()) {
            add(text, entry.buffer());
        }
        return head == null ? "NULL" : text.toString();
    }

    /** Returns the layout of a list of datagrams; NULL of none. */
    static String of(@Nullable WskDatagramIndication head) {
        StringBuilder text = new StringBuilder();
        for (WskDatagramIndication entry = head; entry != null; entry = entry.next()) {
            add(text, entry.buffer());
        }
        return head == null ? "NULL" : text.toString();
    }

    private static void add(StringBuilder text, WskBuf buffer) {
        int mdls = 0;
        for (Mdl mdl = buffer.mdl(); mdl != null; mdl = mdl.next()) {
            mdls++;
        }
        text.append(text.length() == 0 ? "" : ", ")
                .append(buffer.length())
                .append(buffer.length() == 1 ? " byte in " : " bytes in ")
                .append(mdls)
                .append(mdls == 1 ? " MDL" : " MDLs");
        if (buffer.offset() > 0) {
            text.append(" from Offset ").append(buffer.offset());
        }
    }
}
