package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import java.util.ArrayList;
import java.util.List;

/**
 * The indication lists that the driver keeps, since a callback returned STATUS_PENDING, and those that a running
 * callback was given; compared by identity, as pointers are.
 *
 * <p>A list may be released on another processor before its callback has returned. Then the driver has it until the
 * callback returns, and it is never kept (assumption, OQ-124). Source: nc-wsk-pfn_wsk_release_data_indication_list.
 */
public final class RetainedIndications {

    private final List<WskDataIndication> heads = new ArrayList<>(1);
    private final List<WskDatagramIndication> datagrams = new ArrayList<>(0);
    private final List<WskDataIndication> lentHeads = new ArrayList<>(1);
    private final List<WskDatagramIndication> lentDatagrams = new ArrayList<>(0);

    /** Notes that a callback is called with a list of received bytes. */
    void lend(WskDataIndication head) {
        lentHeads.add(head);
    }

    /** Notes that a callback is called with a list of datagrams. */
    void lend(List<WskDatagramIndication> entries) {
        lentDatagrams.addAll(entries);
    }

    /**
     * Notes that the callback has returned that was called with a list of received bytes. What the driver does not keep,
     * or has released before, goes back with its memory.
     *
     * @return whether it had been released before
     */
    boolean returned(WskDataIndication head, boolean keeps) {
        int lent = indexOf(lentHeads, head);
        if (lent >= 0) {
            lentHeads.remove(lent);
        }
        if (lent >= 0 && keeps) {
            heads.add(head);
        } else {
            head.memory().takeBack();
        }
        return lent < 0;
    }

    /**
     * Notes that the callback has returned that was called with a list of datagrams, of which it may have made several
     * by cutting it between two entries. What the driver does not keep, or has released before, goes back with its
     * memory.
     *
     * @return whether some had been released before
     */
    boolean returned(List<WskDatagramIndication> entries, boolean keeps) {
        boolean early = false;
        for (WskDatagramIndication entry : entries) {
            int lent = indexOf(lentDatagrams, entry);
            if (lent >= 0) {
                lentDatagrams.remove(lent);
            }
            if (lent >= 0 && keeps) {
                datagrams.add(entry);
            } else {
                entry.memory().takeBack();
            }
            early |= lent < 0;
        }
        return early;
    }

    /** Tells whether a callback that still runs was given a list of received bytes with this head, not released yet. */
    public boolean isLent(WskDataIndication head) {
        return indexOf(lentHeads, head) >= 0;
    }

    /** Tells whether a callback that still runs was given all datagrams of a list, none of them released yet. */
    public boolean isLent(WskDatagramIndication head) {
        return !list(lentDatagrams, head).isEmpty();
    }

    /** Notes that the driver releases a list of received bytes whose callback still runs. */
    public void releaseEarly(WskDataIndication head) {
        lentHeads.remove(indexOf(lentHeads, head));
    }

    /** Notes that the driver releases a list of datagrams whose callback still runs. */
    public void releaseEarly(WskDatagramIndication head) {
        for (WskDatagramIndication entry : list(lentDatagrams, head)) {
            lentDatagrams.remove(indexOf(lentDatagrams, entry));
        }
    }

    /** Takes a list of received bytes back, with its memory; tells whether the driver kept one with this head. */
    public boolean release(WskDataIndication head) {
        int kept = indexOf(heads, head);
        if (kept >= 0) {
            heads.remove(kept);
            head.memory().takeBack();
        }
        return kept >= 0;
    }

    /**
     * Takes a list of datagrams back, with its memory, that no entry of another one leads to. Drivers were seen to set
     * Next of every entry to NULL and to release each by itself.
     */
    public boolean release(WskDatagramIndication head) {
        List<WskDatagramIndication> list = list(datagrams, head);
        for (WskDatagramIndication entry : list) {
            datagrams.remove(indexOf(datagrams, entry));
            entry.memory().takeBack();
        }
        return !list.isEmpty();
    }

    /** Returns the datagrams of a list, if all of them are among these and none of these leads to its head. */
    private static List<WskDatagramIndication> list(List<WskDatagramIndication> among, WskDatagramIndication head) {
        if (isLedTo(among, head)) {
            return List.of();
        }
        List<WskDatagramIndication> list = new ArrayList<>(1);
        for (WskDatagramIndication entry = head; entry != null; entry = entry.next()) {
            if (indexOf(among, entry) < 0 || list.size() > among.size()) {
                return List.of();
            }
            list.add(entry);
        }
        return list;
    }

    private static boolean isLedTo(List<WskDatagramIndication> among, WskDatagramIndication wanted) {
        for (int i = 0; i < among.size(); i++) {
            if (among.get(i).next() == wanted) {
                return true;
            }
        }
        return false;
    }

    private static <T> int indexOf(List<T> among, T wanted) {
        for (int i = 0; i < among.size(); i++) {
            if (among.get(i) == wanted) {
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
            count += isLedTo(datagrams, datagrams.get(i)) ? 0 : 1;
        }
        boolean ring = count == 0 && !datagrams.isEmpty();
        return heads.size() + (ring ? 1 : count);
    }
}
