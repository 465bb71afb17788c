package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;

/**
 * The scripted driver, a WSK client on one of the hosts.
 *
 * @param host the host it runs on
 * @param npiVersion the version it asks for in WSK_CLIENT_DISPATCH
 * @param providerReadyAfter how long after the start the WSK subsystem becomes available
 * @param registration whether registration and capture are done for it
 * @param process the process in which its calls run, unless a thread of another process is named
 * @param processes further processes that calls name in OwningProcess
 * @param threads threads that steps run on and that calls name in OwningThread
 * @param securityDescriptors named security descriptors
 * @param position where it is written
 */
public record DriverSpec(
        Reference host,
        NpiVersion npiVersion,
        SimDuration providerReadyAfter,
        RegistrationMode registration,
        ProcessSpec process,
        ImmutableList<ProcessSpec> processes,
        ImmutableList<ThreadSpec> threads,
        ImmutableList<SecurityDescriptorSpec> securityDescriptors,
        SourcePosition position) {

    /** Returns a driver on a host with the defaults of the language. */
    public static DriverSpec on(Reference host) {
        return new DriverSpec(
                host,
                NpiVersion.DEFAULT,
                SimDuration.ZERO,
                RegistrationMode.AUTOMATIC,
                ProcessSpec.SYSTEM,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                SourcePosition.NONE);
    }
}
