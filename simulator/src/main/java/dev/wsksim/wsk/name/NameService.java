package dev.wsksim.wsk.name;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.fs.WindowsFileSystem;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.name.DefaultNameFiles;
import dev.wsksim.net.name.NameFiles;
import dev.wsksim.net.name.NameResolver;
import dev.wsksim.trace.Trace;

/**
 * What name resolution through WSK needs on one Windows host.
 *
 * @param resolver finds names and addresses
 * @param lists the address lists that drivers hold
 * @param files the host's file system, with the files {@code hosts} and {@code services}
 * @param unknownName the status for a name that does not exist: STATUS_NOT_FOUND from Windows 8 on and STATUS_NO_MATCH
 *     before, as seen in tests; the pages name STATUS_NO_MATCH
 */
public record NameService(NameResolver resolver, AddressLists lists, WindowsFileSystem files, NtStatus unknownName) {

    /** Makes the service of a host, with the files that Windows installs and a DNS that knows nothing. */
    public static NameService of(SimulationLoop loop, Trace trace, Host host, NtStatus unknownName) {
        WindowsFileSystem files = new WindowsFileSystem(loop);
        files.put("etc/" + NameFiles.HOSTS, DefaultNameFiles.HOSTS);
        files.put("etc/" + NameFiles.SERVICES, DefaultNameFiles.SERVICES);
        NameResolver resolver = new NameResolver(loop, trace, host, new NameFiles(files::etc));
        return new NameService(resolver, new AddressLists(trace), files, unknownName);
    }
}
