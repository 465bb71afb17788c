package dev.wsksim.net.packet.codec;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;

/** The part of the IP header that checksums of upper layers cover (RFC 9293 section 3.1, RFC 8200 section 8.1). */
final class PseudoHeader {

    private PseudoHeader() {}

    /** Returns a checksum that has the pseudo-header in it and waits for so many bytes of the upper layer. */
    static InternetChecksum checksum(IpAddress source, IpAddress destination, int protocol, int length) {
        InternetChecksum checksum = new InternetChecksum();
        if (source.family() == IpFamily.IPV4) {
            return checksum.addInt((int) source.low())
                    .addInt((int) destination.low())
                    .addWord(protocol)
                    .addWord(length);
        }
        return checksum.addLong(source.high())
                .addLong(source.low())
                .addLong(destination.high())
                .addLong(destination.low())
                .addInt(length)
                .addInt(protocol);
    }
}
