package dev.wsksim.net.raw;

/** Why a raw packet could not be sent, in the network's own words; what an application is told is up to the layers above. */
public enum RawSendFailure {
    /** It has more bytes than raw packets may have. */
    MESSAGE_TOO_LONG("the data is longer than a raw packet may be"),
    /** No route leads to the remote address, or no local address of its family is there. */
    NO_ROUTE("no route leads to the remote address"),
    /** The remote address is a broadcast address, and the endpoint was not allowed to use one. */
    BROADCAST_NOT_ALLOWED("the endpoint may not send to a broadcast address"),
    /** The remote address is the wildcard address, or is of another family than the local one. */
    INVALID_REMOTE_ADDRESS("the remote address is the wildcard or is of another family"),
    /** The bytes that were given with their own IP header are no packet, or one that cannot be sent by this endpoint. */
    INVALID_HEADER("the bytes with their own IP header are no packet that this endpoint can send"),
    /** The header that was given has something for which packets here have no place, such as an identification or a recorded route. */
    HEADER_NOT_SIMULATED("a header of one's own with an identification or a recorded route is not simulated"),
    /** The protocol is that of an extension header of IPv6, of which the simulator does not know the format. */
    EXTENSION_HEADER("extension headers of IPv6 are not simulated"),
    /** The packet would carry UDP from an address that is not the host's (Winsock page "TCP/IP Raw Sockets"). */
    FORGED_SOURCE("UDP from an address that is not the host's"),
    /** The source address that was chosen is not the host's, or not one that the chosen interface has. */
    INVALID_SOURCE_ADDRESS("the chosen source address is not one that the host has there"),
    /** The host has crashed. */
    HOST_NOT_RUNNING("the host is not running"),
    /** The endpoint was closed. */
    CLOSED("the endpoint was closed");

    private final String sentence;

    RawSendFailure(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence that says what is wrong, without a full stop. */
    public String sentence() {
        return sentence;
    }
}
