package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.ImpersonationSpec;
import dev.wsksim.scenario.model.NpiVersion;
import dev.wsksim.scenario.model.ProcessSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.RegistrationMode;
import dev.wsksim.scenario.model.SecurityDescriptorSpec;
import dev.wsksim.scenario.model.ThreadSpec;
import dev.wsksim.scenario.model.TokenSpec;
import java.util.Optional;

/** How the driver with its processes, threads and security descriptors is written. */
final class DriverElement {
    private static final Field<String> NAME =
            Field.optional("name", ScalarTypes.TEXT, "System", "The process's name, for reports.", "System");
    private static final Field<TokenSpec> TOKEN = Field.optional(
            "token",
            TokenElement.TOKEN,
            "Local System, in the group Administrators",
            "The process's primary token.",
            "{ user: S-1-5-18 }");
    private static final ElementType<ProcessSpec> OWN_PROCESS = ElementType.of(
            "driver process",
            "The process in which the driver's calls run.",
            ImmutableList.of(NAME, TOKEN),
            process -> new ProcessSpec(process.get(NAME, "System"), token(process), process.position()));
    private static final ElementType<Bound> PROCESS =
            ElementType.values("process", "A process that calls may name in OwningProcess.", ImmutableList.of(TOKEN));

    private static final Field<Reference> THREAD_PROCESS = Field.optional(
            "process",
            ScalarTypes.NAME,
            "the driver's own process",
            "The process that the thread belongs to.",
            "service");
    private static final Field<ImpersonationSpec> IMPERSONATES = Field.optional(
            "impersonates",
            TokenElement.IMPERSONATION,
            "nobody",
            "The impersonation token in effect on the thread.",
            "{ user: S-1-5-21-1-2-3-1001, level: SecurityImpersonation }");
    private static final ElementType<Bound> THREAD = ElementType.values(
            "thread",
            "A thread that steps may run on and that calls may name in OwningThread.",
            ImmutableList.of(THREAD_PROCESS, IMPERSONATES));

    private static final Field<Reference> HOST =
            Field.required("host", ScalarTypes.NAME, "The host that the driver runs on.", "client");
    private static final Field<NpiVersion> NPI_VERSION = Field.optional(
            "npi-version",
            KernelTypes.NPI_VERSION,
            "1.0",
            "The version of the WSK NPI that the driver asks for.",
            "\"1.0\"");
    private static final Field<SimDuration> PROVIDER_READY_AFTER = Field.optional(
            "provider-ready-after",
            Durations.DURATION,
            "0ms",
            "How long after the start of the run the WSK subsystem becomes available, for WskCaptureProviderNPI to"
                    + " wait for.",
            "10ms");
    private static final Field<RegistrationMode> REGISTRATION = Field.optional(
            "registration",
            ScalarTypes.word("automatic or manual", RegistrationMode.values()),
            "automatic",
            "Whether the driver registers and captures before the first step, and undoes both after the last, or the"
                    + " steps do it.",
            "manual");
    private static final Field<ProcessSpec> DRIVER_PROCESS = Field.optional(
            "process",
            OWN_PROCESS,
            "System",
            "The process in which the driver's calls run, whose token counts when a socket is bound.",
            "{ name: System, token: { user: S-1-5-18 } }");
    private static final Field<ImmutableList<ProcessSpec>> PROCESSES = Field.optional(
            "processes",
            new TableType<>(ScalarTypes.NAME, PROCESS, DriverElement::process),
            "none",
            "Further processes by name.",
            "{ service: { token: { user: S-1-5-19 } } }");
    private static final Field<ImmutableList<ThreadSpec>> THREADS = Field.optional(
            "threads",
            new TableType<>(ScalarTypes.NAME, THREAD, DriverElement::thread),
            "none",
            "Threads by name.",
            "{ worker: { impersonates: { user: S-1-5-21-1-2-3-1001 } } }");
    private static final Field<ImmutableList<SecurityDescriptorSpec>> SECURITY_DESCRIPTORS = Field.optional(
            "security-descriptors",
            new TableType<>(ScalarTypes.NAME, KernelTypes.SDDL, DriverElement::descriptor),
            "none",
            "Security descriptors by name, in SDDL.",
            "{ shared: \"D:(A;;GA;;;WD)\" }");

    /** The driver of a scenario. */
    static final ElementType<DriverSpec> DRIVER = ElementType.of(
            "driver",
            "The scripted driver: the WSK client whose calls are the steps.",
            ImmutableList.of(
                    HOST,
                    NPI_VERSION,
                    PROVIDER_READY_AFTER,
                    REGISTRATION,
                    DRIVER_PROCESS,
                    PROCESSES,
                    THREADS,
                    SECURITY_DESCRIPTORS),
            DriverElement::driver);

    private DriverElement() {}

    private static TokenSpec token(Bound process) {
        return process.get(TOKEN, TokenSpec.SYSTEM);
    }

    private static Optional<ProcessSpec> process(Reference name, Bound process, Node.Scalar key) {
        return Optional.of(new ProcessSpec(name.name(), token(process), key.position()));
    }

    private static Optional<ThreadSpec> thread(Reference name, Bound thread, Node.Scalar key) {
        return Optional.of(
                new ThreadSpec(name.name(), thread.find(THREAD_PROCESS), thread.find(IMPERSONATES), key.position()));
    }

    private static Optional<SecurityDescriptorSpec> descriptor(Reference name, Reference sddl, Node.Scalar key) {
        return Optional.of(new SecurityDescriptorSpec(name.name(), sddl.name(), sddl.position()));
    }

    private static DriverSpec driver(Bound driver) {
        return new DriverSpec(
                driver.get(HOST),
                driver.get(NPI_VERSION, NpiVersion.DEFAULT),
                driver.get(PROVIDER_READY_AFTER, SimDuration.ZERO),
                driver.get(REGISTRATION, RegistrationMode.AUTOMATIC),
                driver.get(DRIVER_PROCESS, ProcessSpec.SYSTEM),
                driver.get(PROCESSES, ImmutableList.of()),
                driver.get(THREADS, ImmutableList.of()),
                driver.get(SECURITY_DESCRIPTORS, ImmutableList.of()),
                driver.position());
    }
}
