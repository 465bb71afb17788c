package dev.wsksim.wsk.socket;

import java.util.ArrayList;
import java.util.List;

/**
 * The indication lists that the driver keeps, since a callback returned STATUS_PENDING; compared by identity, as
 * pointers are. Source: nc-wsk-pfn_wsk_release_data_indication_list.
 */
public final class RetainedIndications {

    private final List<Object> heads = new ArrayList<>(1);

    /** Notes that the driver keeps a list. */
    public void retain(Object head) {
        heads.add(head);
    }

    /** Takes a list back; tells whether the driver kept one with this head. */
    public boolean release(Object head) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i) == head) {
                heads.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Returns how many lists are kept. */
    public int count() {
        return heads.size();
    }
}
