package dev.wsksim.net.tcp;

import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/** A trace record about one end of a connection. */
public interface TcpRecord extends TraceRecord {

    /** Returns which end of which connection it is about. */
    ConnectionName connection();

    @Override
    default TraceLayer layer() {
        return TraceLayer.NET;
    }
}
