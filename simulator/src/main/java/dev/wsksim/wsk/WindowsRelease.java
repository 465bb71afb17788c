package dev.wsksim.wsk;

/**
 * The releases of Windows in which parts of the WSK interface appeared, the oldest first.
 *
 * <p>Sources: the pages of the items and, for what they leave out, the NTDDI gates of the public headers.
 */
public enum WindowsRelease {
    /** Where WSK begins, with Server 2008. */
    WINDOWS_VISTA("Windows Vista"),
    /** Name resolution; with Server 2008 R2. */
    WINDOWS_7("Windows 7"),
    /** WskSendMessages; with Server 2012. */
    WINDOWS_8("Windows 8"),
    /** TCP_FASTOPEN; with Server 2016. */
    WINDOWS_10_1607("Windows 10 1607"),
    /** Stream sockets, WskListen and WskConnectEx. */
    WINDOWS_10_1703("Windows 10 1703"),
    /** The times of keep-alive per socket. */
    WINDOWS_10_1709("Windows 10 1709"),
    /** Offloads of UDP, and options about ICMP errors. */
    WINDOWS_10_2004("Windows 10 2004"),
    /** Nothing of WSK is known to be new. */
    WINDOWS_11("Windows 11, Server 2022");

    private final String text;

    WindowsRelease(String text) {
        this.text = text;
    }

    /** Tells whether something that exists since a release exists in this one. */
    public boolean has(WindowsRelease since) {
        return compareTo(since) >= 0;
    }

    /** Returns the name that Windows itself shows. */
    @Override
    public String toString() {
        return text;
    }
}
