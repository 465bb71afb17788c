package dev.wsksim.net.name;

/**
 * What the files {@code hosts} and {@code services} of a new host contain: no host, since the resolver knows localhost by
 * itself, and the well-known services (IANA's registry of service names and port numbers).
 */
public final class DefaultNameFiles {

    /** The file {@code hosts}. */
    public static final String HOSTS = """
            # An address, then the names of its host. The resolver itself knows localhost.
            """;

    /** The file {@code services}. */
    public static final String SERVICES = """
            # A name, its port and protocol, then aliases.
            echo                7/tcp
            echo                7/udp
            discard             9/tcp    sink null
            discard             9/udp    sink null
            systat             11/tcp
            daytime            13/tcp
            daytime            13/udp
            qotd               17/tcp    quote
            qotd               17/udp    quote
            chargen            19/tcp    ttytst source
            chargen            19/udp    ttytst source
            ftp-data           20/tcp
            ftp                21/tcp
            ssh                22/tcp
            telnet             23/tcp
            smtp               25/tcp    mail
            time               37/tcp    timserver
            time               37/udp    timserver
            nicname            43/tcp    whois
            domain             53/tcp
            domain             53/udp
            bootps             67/udp    dhcps
            bootpc             68/udp    dhcpc
            tftp               69/udp
            finger             79/tcp
            http               80/tcp    www www-http
            kerberos           88/tcp    krb5
            kerberos           88/udp    krb5
            pop3              110/tcp
            sunrpc            111/tcp    rpcbind portmap
            sunrpc            111/udp    rpcbind portmap
            nntp              119/tcp    usenet
            ntp               123/udp
            epmap             135/tcp    loc-srv
            epmap             135/udp    loc-srv
            netbios-ns        137/tcp    nbname
            netbios-ns        137/udp    nbname
            netbios-dgm       138/udp    nbdatagram
            netbios-ssn       139/tcp    nbsession
            imap              143/tcp    imap4
            snmp              161/udp
            snmptrap          162/udp
            ldap              389/tcp
            https             443/tcp    MCom
            https             443/udp    MCom
            microsoft-ds      445/tcp
            microsoft-ds      445/udp
            syslog            514/udp
            exec              512/tcp
            biff              512/udp    comsat
            ldaps             636/tcp    sldap
            iscsi-target     3260/tcp
            ms-wbt-server    3389/tcp
            ms-wbt-server    3389/udp
            """;

    private DefaultNameFiles() {}
}
