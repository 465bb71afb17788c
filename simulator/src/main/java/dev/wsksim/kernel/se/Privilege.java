package dev.wsksim.kernel.se;

/**
 * A privilege that a token may hold; only an enabled one counts.
 *
 * <p>The first three change the outcome of an access check; the others are carried for completeness of a token. Source:
 * privilege-constants.
 */
public enum Privilege {
    /** Grants ACCESS_SYSTEM_SECURITY. */
    SE_SECURITY("SeSecurityPrivilege"),
    /** Grants WRITE_OWNER. */
    SE_TAKE_OWNERSHIP("SeTakeOwnershipPrivilege"),
    /** Grants WRITE_OWNER past a mandatory label. */
    SE_RELABEL("SeRelabelPrivilege"),
    SE_TCB("SeTcbPrivilege"),
    SE_LOAD_DRIVER("SeLoadDriverPrivilege"),
    SE_BACKUP("SeBackupPrivilege"),
    SE_RESTORE("SeRestorePrivilege"),
    SE_DEBUG("SeDebugPrivilege"),
    SE_CHANGE_NOTIFY("SeChangeNotifyPrivilege"),
    SE_IMPERSONATE("SeImpersonatePrivilege");

    private final String windowsName;

    Privilege(String windowsName) {
        this.windowsName = windowsName;
    }

    /** Returns the name that Windows shows. */
    @Override
    public String toString() {
        return windowsName;
    }
}
