package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import java.util.ArrayList;
import java.util.List;

/**
 * The indication lists that the driver keeps, since a callback returned STATUS_PENDING; compared by identity, as
 * pointers are. Source: nc-wsk-pfn_wsk_release_data_indication_list.
 */
public final class RetainedIndications {

    private final List<WskDataIndication> heads = new ArrayList<>(1);
    private final List<WskDatagramIndication> datagrams = new ArrayList<>(0);

    /** Notes that the driver keeps a list of received bytes. */
    public void retain(WskDataIndication head) {
        heads.add(head);
    }

    /** Notes that the driver keeps a list of datagrams, of which it may make several by cutting it between two entries. */
    public void retainDatagrams(WskDatagramIndication list) {
        for (WskDatagramIndication entry = list; entry != null; entry = entry.next()) {
            datagrams.add(entry);
        }
    }

    /** Takes a list of received bytes back; tells whether the driver kept one with this head. */
    public boolean release(Object head) {
        if (head instanceof WskDatagramIndication list) {
            return releaseDatagrams(list);
        }
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i) == head) {
                heads.remove(i);
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a list of datagrams back that no entry of another one leads to. Drivers were seen to set Next of every entry
     * to NULL and to release each by itself.
     */
    private boolean releaseDatagrams(WskDatagramIndication head) {
        if (isLedTo(head)) {
            return false;
        }
        for (WskDatagramIndication entry = head; entry != null; entry = entry.next()) {
            if (indexOf(entry) < 0) {
                return false;
            }
        }
        for (WskDatagramIndication entry = head; entry != null; entry = entry.next()) {
            datagrams.remove(indexOf(entry));
        }
        return true;
    }

    private boolean isLedTo(WskDatagramIndication wanted) {
        for (int i = 0; i < datagrams.size(); i++) {
            if (datagrams.get(i).next() == wanted) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(WskDatagramIndication wanted) {
        for (int i = 0; i < datagrams.size(); i++) {
            if (datagrams.get(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the buffers of all that is kept. */
    public ImmutableList<WskBuf> buffers() {
        ImmutableList.Builder<WskBuf> buffers = ImmutableList.builder();
        for (WskDataIndication head : heads) {
            for (WskDataIndication entry = head; entry != null; entry = entry.next()) {
                buffers.add(entry.buffer());
            }
        }
        datagrams.forEach(entry -> buffers.add(entry.buffer()));
        return buffers.build();
    }

    /** Returns how many lists are kept. */
    public int count() {
        int count = heads.size();
        for (int i = 0; i < datagrams.size(); i++) {
            count += isLedTo(datagrams.get(i)) ? 0 : 1;
        }
        return count;
    }
}
