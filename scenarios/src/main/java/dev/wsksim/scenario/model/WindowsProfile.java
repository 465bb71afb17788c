package dev.wsksim.scenario.model;

/**
 * The Windows generation that a scenario is written for; it sets time-outs, offered versions and differing statuses.
 */
public enum WindowsProfile implements WordEnum {
    /** Windows 7 and Windows Server 2008 R2. */
    WINDOWS_7("windows-7"),
    /** Windows 10. */
    WINDOWS_10("windows-10"),
    /** Windows 11. */
    WINDOWS_11("windows-11"),
    /** Windows Server 2022. */
    SERVER_2022("server-2022");

    private final String word;

    WindowsProfile(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
