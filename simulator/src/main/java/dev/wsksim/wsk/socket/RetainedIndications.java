package dev.wsksim.wsk.socket;

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
    void retain(WskDataIndication head) {
        heads.add(head);
    }

    /**
     * Notes that the driver keeps a list of datagrams, of which it may make several by cutting it between two entries,
     * inside the callback too.
     */
    void retain(List<WskDatagramIndication> entries) {
        datagrams.addAll(entries);
    }

    /** Takes a list of received bytes back, with its memory; tells whether the driver kept one with this head. */
    public boolean release(WskDataIndication head) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i) == head) {
                heads.remove(i);
                head.memory().takeBack();
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a list of datagrams back, with its memory, that no entry of another one leads to. Drivers were seen to set
     * Next of every entry to NULL and to release each by itself.
     */
    public boolean release(WskDatagramIndication head) {
        if (isLedTo(head)) {
            return false;
        }
        List<WskDatagramIndication> list = new ArrayList<>(1);
        for (WskDatagramIndication entry = head; entry != null; entry = entry.next()) {
            if (indexOf(entry) < 0 || list.size() > datagrams.size()) {
                return false;
            }
            list.add(entry);
        }
        for (WskDatagramIndication entry : list) {
            datagrams.remove(indexOf(entry));
            entry.memory().takeBack();
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

    /** Takes everything back: the socket is gone. */
    void takeAllBack() {
        heads.forEach(head -> head.memory().takeBack());
        heads.clear();
        datagrams.forEach(entry -> entry.memory().takeBack());
        datagrams.clear();
    }

    /** Returns how many lists are kept; datagrams that a driver has linked to a ring count as one. */
    public int count() {
        int count = 0;
        for (int i = 0; i < datagrams.size(); i++) {
            count += isLedTo(datagrams.get(i)) ? 0 : 1;
        }
        boolean ring = count == 0 && !datagrams.isEmpty();
        return heads.size() + (ring ? 1 : count);
    }
}
