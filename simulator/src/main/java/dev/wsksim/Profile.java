package dev.wsksim;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.wsk.WindowsRelease;
import java.util.Arrays;
import java.util.Optional;

/**
 * A Windows generation, with what differs there; every value has its source in {@link TcpParameters} or at its method.
 */
public enum Profile {
    /** Windows 7 and Server 2008 R2: 3 s initial time-out, two SYN retransmissions, a connect gives up after 21 s. */
    WINDOWS_7(
            "windows-7",
            WindowsRelease.WINDOWS_7,
            TcpParameters.WINDOWS_7,
            "3 s initial RTO, 2 SYN retransmissions, no answer fails at 21 s"),
    /** Windows 10, current releases: 1 s initial time-out, four SYN retransmissions, a connect gives up after 21 s. */
    WINDOWS_10(
            "windows-10",
            WindowsRelease.WINDOWS_10_2004,
            TcpParameters.WINDOWS_10,
            "1 s initial RTO, 4 SYN retransmissions, no answer fails at 21 s"),
    /** Windows 11, as Windows 10. */
    WINDOWS_11(
            "windows-11",
            WindowsRelease.WINDOWS_11,
            TcpParameters.WINDOWS_11,
            "1 s initial RTO, 4 SYN retransmissions, no answer fails at 21 s"),
    /** Windows Server 2022, as Windows 10. */
    SERVER_2022(
            "server-2022",
            WindowsRelease.WINDOWS_11,
            TcpParameters.SERVER_2022,
            "1 s initial RTO, 4 SYN retransmissions, no answer fails at 21 s");

    /** The profile of a scenario that names none. */
    public static final Profile DEFAULT = WINDOWS_11;

    private final String label;
    private final WindowsRelease release;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final TcpParameters tcp;

    private final String about;

    Profile(String label, WindowsRelease release, TcpParameters tcp, String about) {
        this.label = label;
        this.release = release;
        this.tcp = tcp;
        this.about = about;
    }

    /** Returns the profile with this label, if there is one. */
    public static Optional<Profile> byLabel(String label) {
        return Arrays.stream(values())
                .filter(profile -> profile.label.equals(label))
                .findFirst();
    }

    /** Returns the name that scenarios and the command line use. */
    public String label() {
        return label;
    }

    /** Returns the release whose WSK it has. */
    public WindowsRelease release() {
        return release;
    }

    /** Returns the constants of its TCP. */
    public TcpParameters tcp() {
        return tcp;
    }

    /**
     * Returns the status of WskGetAddressInfo and WskGetNameInfo for a name that does not exist. Source: seen in tests,
     * with STATUS_NOT_FOUND from Windows 8 on; the pages have STATUS_NO_MATCH.
     */
    public NtStatus unknownNameStatus() {
        return this == WINDOWS_7 ? NtStatus.STATUS_NO_MATCH : NtStatus.STATUS_NOT_FOUND;
    }

    /** Returns in one line what the profile sets. */
    public String about() {
        return about;
    }
}
