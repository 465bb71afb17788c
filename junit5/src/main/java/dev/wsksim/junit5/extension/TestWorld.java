package dev.wsksim.junit5.extension;

import com.google.common.base.Throwables;
import com.google.common.collect.Iterables;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.host.Host;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The world of one test: its simulation, who watches it, and what was made of it for the test's parameters. */
public final class TestWorld implements AutoCloseable {
    private final TestSettings settings;
    private final Simulation simulation;
    private final TraceLog trace = new TraceLog();
    private final TraceDigest digest = new TraceDigest();
    private final Verifier verifier;
    private final WindowsHost host;
    private final List<Runnable> endings = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();
    private final Map<Class<?>, Object> things = new LinkedHashMap<>();
    private @Nullable ReadyClient readyClient;
    private @Nullable FileSystem files;
    private boolean ended;

    /** Builds the world. */
    public TestWorld(TestSettings settings) {
        this.settings = settings;
        Inside inside = new Inside();
        simulation = Wsksim.simulation(configuration(settings, inside));
        inside.loop = simulation.loop();
        verifier = new Verifier(StandardRules.book(), settings.rules());
        simulation.trace().addSink(trace);
        simulation.trace().addSink(digest);
        simulation.trace().addSink(verifier);
        host = settings.topology().build(simulation);
    }

    private static dev.wsksim.Configuration configuration(TestSettings settings, Inside inside) {
        dev.wsksim.Configuration own = settings.configuration();
        if (settings.decisions().isEmpty()) {
            return own;
        }
        DecisionMode mode = settings.decisions().get();
        Optional<ForcedMode> forced = mode.forced();
        if (forced.isEmpty()) {
            return mode == DecisionMode.SEEDED ? own.withSeededDecisions() : own.withDecisions(DecisionPolicy.TYPICAL);
        }
        return new dev.wsksim.Configuration(
                own.seed(),
                own.profile(),
                own.limits(),
                randoms -> new ForcedDecisions(forced.get(), own.decisions().apply(randoms), inside::isAnEventRunning));
    }

    /** Returns with what the test is played. */
    public TestSettings settings() {
        return settings;
    }

    /** Returns the simulation. */
    public Simulation simulation() {
        return simulation;
    }

    /** Returns all that has happened. */
    public TraceLog trace() {
        return trace;
    }

    /** Returns the digest of all that has happened. */
    public TraceDigest digest() {
        return digest;
    }

    /** Returns what watches over the rules. */
    public Verifier verifier() {
        return verifier;
    }

    /** Returns the host on which the driver under test runs. */
    public WindowsHost host() {
        return host;
    }

    /**
     * Returns the host named {@code server}.
     *
     * @throws ParameterResolutionException when the topology has none
     */
    public Host server() {
        return simulation
                .network()
                .host(ClientAndServer.SERVER)
                .orElseThrow(() -> new ParameterResolutionException(
                        "a parameter of type Host is the host named 'server'; this topology has "
                                + String.join(
                                        ", ",
                                        Iterables.transform(simulation.network().hosts(), Host::name))
                                + "; take the Simulation and ask its network()"));
    }

    /** Returns the client that is registered before the test; it registers when it is asked for first. */
    ReadyClient readyClient() {
        ReadyClient known = readyClient;
        if (known == null) {
            known = ReadyClient.register(host);
            readyClient = known;
        }
        return known;
    }

    /** Returns the registration of the client that is registered before the test. */
    public WskRegistration registration() {
        return readyClient().registration();
    }

    /** Returns what the client that is registered before the test has captured. */
    public WskProviderNpi npi() {
        return readyClient().npi();
    }

    /** Returns the one thing of a type that the test has; it is made when it is asked for first. */
    public <T> T only(Class<T> type, Function<TestWorld, T> make) {
        Object known = things.get(type);
        if (known == null) {
            known = make.apply(this);
            things.put(type, known);
        }
        return type.cast(known);
    }

    Optional<ReadyClient> knownClient() {
        return Optional.ofNullable(readyClient);
    }

    /** Returns a folder in memory, which is gone after the test. */
    public Path folder() {
        FileSystem known = files;
        if (known == null) {
            known = Jimfs.newFileSystem(Configuration.unix());
            files = known;
        }
        try {
            return Files.createDirectories(known.getPath("/artefacts"));
        } catch (IOException e) {
            throw new UncheckedIOException("the file system in memory has no room for a folder", e);
        }
    }

    /** Tells whether the test has a folder in memory. */
    boolean hasFolder() {
        return files != null;
    }

    /**
     * Has something done when the test's methods are over, whether it has passed or not, and before the audit: driver threads end then. What
     * is given last is done first.
     */
    public void whenOver(Runnable ending) {
        endings.add(ending);
    }

    /** Has something looked at when the test's methods have passed, before anything is ended. */
    public void whenPassed(Runnable check) {
        checks.add(check);
    }

    /** Looks at what is to be looked at when the test's methods have passed. */
    public void passed() {
        checks.forEach(Runnable::run);
    }

    /** Does all that is to be done when the test's methods are over, whatever throws meanwhile; a second call does nothing. */
    public void end() {
        if (!ended) {
            ended = true;
            Throwable first = null;
            for (int i = endings.size() - 1; i >= 0; i--) {
                first = runAfter(first, endings.get(i));
            }
            if (first != null) {
                Throwables.throwIfUnchecked(first);
            }
        }
    }

    /** Runs an ending even if one before has thrown, and returns what is to be thrown when all have run. */
    private static @Nullable Throwable runAfter(@Nullable Throwable first, Runnable ending) {
        try {
            ending.run();
        } catch (RuntimeException | Error e) {
            if (first == null) {
                return e;
            }
            first.addSuppressed(e);
        }
        return first;
    }

    @Override
    public void close() {
        end();
        try {
            if (files != null) {
                files.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file system in memory could not be closed", e);
        }
    }

    /** Knows whether an event runs, once there is a loop: decisions are made only then. */
    private static final class Inside {
        private @Nullable SimulationLoop loop;

        boolean isAnEventRunning() {
            return loop != null && loop.isRunning();
        }
    }
}
