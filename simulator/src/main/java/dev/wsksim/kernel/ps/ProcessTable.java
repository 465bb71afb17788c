package dev.wsksim.kernel.ps;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.se.AccessToken;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All processes and threads of one simulated Windows host.
 *
 * <p>It begins with the process System, which has identifier 4 and acts as LocalSystem, and one thread of it. Processes
 * and threads draw their identifiers from one sequence in steps of four, as on Windows: 4, 8, 12 and so on in the order
 * in which they are made.
 */
public final class ProcessTable {

    private static final long ID_STEP = 4;

    private final Trace trace;
    private final List<EProcess> processes = new ArrayList<>();
    private final List<EThread> threads = new ArrayList<>();
    private final EProcess systemProcess;
    private final EThread systemThread;
    private long lastId;

    /** Makes a table with the process System and its thread. */
    public ProcessTable(Trace trace) {
        this.trace = trace;
        this.systemProcess = addProcess("System", AccessToken.localSystem());
        this.systemThread = addThread(systemProcess, "System");
    }

    /** Returns the process in whose context a driver is loaded and its system threads run. */
    public EProcess systemProcess() {
        return systemProcess;
    }

    /** Returns the first thread of the process System: an arbitrary thread, for those who need one. */
    public EThread systemThread() {
        return systemThread;
    }

    /** Makes a process that acts under a token. */
    public EProcess createProcess(String name, AccessToken primaryToken) {
        return addProcess(name, primaryToken);
    }

    /**
     * Makes a thread of a process, as PsCreateSystemThread does for a driver. IRQL PASSIVE_LEVEL. Source:
     * nf-wdm-pscreatesystemthread.
     */
    public EThread createThread(EProcess process, String name) {
        return addThread(process, name);
    }

    /** Returns all processes in the order in which they were made. */
    public ImmutableList<EProcess> processes() {
        return ImmutableList.copyOf(processes);
    }

    /** Returns all threads in the order in which they were made. */
    public ImmutableList<EThread> threads() {
        return ImmutableList.copyOf(threads);
    }

    /** Finds the first process with a name. */
    public Optional<EProcess> findProcess(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /** Finds the first thread with a name. */
    public Optional<EThread> findThread(String name) {
        return threads.stream().filter(thread -> thread.name().equals(name)).findFirst();
    }

    private EProcess addProcess(String name, AccessToken token) {
        EProcess process = new EProcess(name, nextId(), token);
        processes.add(process);
        if (trace.isActive()) {
            trace.emit(new ProcessCreated(name, process.id(), token.user().sid().toString()));
        }
        return process;
    }

    private EThread addThread(EProcess process, String name) {
        EThread thread = new EThread(trace, name, nextId(), process);
        threads.add(thread);
        if (trace.isActive()) {
            trace.emit(new ThreadCreated(name, thread.id(), process.id()));
        }
        return thread;
    }

    private long nextId() {
        lastId += ID_STEP;
        return lastId;
    }
}
