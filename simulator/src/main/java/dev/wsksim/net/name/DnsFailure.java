package dev.wsksim.net.name;

/** Why a question to DNS was not answered. */
public enum DnsFailure {
    /** The server says that there is no such name, or nothing of the kind that was asked for (RFC 1035 RCODE 3). */
    NAME_ERROR("there is no such name"),
    /** The server says that it failed (RFC 1035 RCODE 2). The client does not ask again. */
    SERVER_FAILURE("the DNS server failed"),
    /** No answer came to any of the queries. */
    NO_ANSWER("no DNS server answered"),
    /** The resolver of the host does not work yet, as shortly after the start of Windows. */
    NOT_READY("the resolver is not ready");

    private final String sentence;

    DnsFailure(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the failure as a sentence without a full stop. */
    public String sentence() {
        return sentence;
    }
}
