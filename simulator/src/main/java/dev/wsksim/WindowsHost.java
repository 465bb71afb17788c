package dev.wsksim;

import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.ps.ProcessTable;
import dev.wsksim.net.host.Host;
import dev.wsksim.wsk.WskFaults;
import dev.wsksim.wsk.name.NameService;
import dev.wsksim.wsk.provider.WskProvider;
import dev.wsksim.wsk.socket.SocketTable;

/**
 * A host that runs Windows: its network stack, its NT kernel as far as drivers meet it, and its WSK subsystem.
 *
 * @param net the host in the network
 * @param processor its processor, with IRQL and current thread
 * @param processes its processes and threads
 * @param waits waiting on events
 * @param io the I/O manager
 * @param memory the memory manager, from which drivers get the memory that they hand to WSK
 * @param wsk the WSK subsystem, with which drivers register
 * @param sockets the sockets that exist, for audits
 * @param names what resolves names: its file system, its DNS, and the address lists that drivers hold
 * @param faults orders that calls of WSK functions fail although nothing is wrong
 */
public record WindowsHost(
        Host net,
        Processor processor,
        ProcessTable processes,
        KernelWaits waits,
        IoManager io,
        MemoryManager memory,
        WskProvider wsk,
        SocketTable sockets,
        NameService names,
        WskFaults faults) {}
