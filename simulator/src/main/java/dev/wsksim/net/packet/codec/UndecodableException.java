package dev.wsksim.net.packet.codec;

/** Carries the reason why bytes cannot be decoded up to the decoder, which makes it a result. */
final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean malformed;
    private final String reason;

    private UndecodableException(boolean malformed, String reason) {
        super(reason);
        this.malformed = malformed;
        this.reason = reason;
    }

    static UndecodableException malformed(String problem) {
        return new UndecodableException(true, problem);
    }

    static UndecodableException notModelled(String feature) {
        return new UndecodableException(false, feature);
    }

    Decoded result() {
        return malformed ? new Decoded.Malformed(reason) : new Decoded.NotModelled(reason);
    }
}
