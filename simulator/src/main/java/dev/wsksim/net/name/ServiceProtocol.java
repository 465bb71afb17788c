package dev.wsksim.net.name;

/** The transport protocol that a service of the file {@code services} uses. */
public enum ServiceProtocol {
    TCP("tcp"),
    UDP("udp");

    private final String word;

    ServiceProtocol(String word) {
        this.word = word;
    }

    /** Returns the word that stands in the file. */
    public String word() {
        return word;
    }
}
