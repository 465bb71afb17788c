package dev.wsksim.wsk;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/** The IOCTLs of the public header mstcpip.h that the pages of WSK name or public drivers use, with their values. */
public final class Mstcpip {

    public static final int SIO_KEEPALIVE_VALS = 0x98000004;
    public static final int SIO_TCP_INITIAL_RTO = 0x98000011;
    public static final int SIO_LOOPBACK_FAST_PATH = 0x98000010;
    public static final int SIO_QUERY_RSS_SCALABILITY_INFO = 0x580000D2;
    public static final int SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS = 0x980000DC;
    public static final int SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT = 0x980000DD;
    public static final int SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS = 0x980000DE;

    private static final ImmutableSortedMap<String, Integer> BY_NAME =
            ImmutableSortedMap.<String, Integer>naturalOrder()
                    .put("SIO_KEEPALIVE_VALS", SIO_KEEPALIVE_VALS)
                    .put("SIO_TCP_INITIAL_RTO", SIO_TCP_INITIAL_RTO)
                    .put("SIO_LOOPBACK_FAST_PATH", SIO_LOOPBACK_FAST_PATH)
                    .put("SIO_QUERY_RSS_SCALABILITY_INFO", SIO_QUERY_RSS_SCALABILITY_INFO)
                    .put("SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS", SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS)
                    .put("SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT", SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT)
                    .put("SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS", SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS)
                    .buildOrThrow();

    private Mstcpip() {}

    /** Returns the value of the constant with this exact C name, if it is one of these. */
    public static Optional<Integer> valueOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the names of all these constants, sorted. */
    public static Iterable<String> names() {
        return BY_NAME.keySet();
    }
}
