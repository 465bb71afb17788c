package dev.wsksim.testing;

import dev.wsksim.Profile;
import dev.wsksim.engine.ScriptedPolicy;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a {@link WskWorld} is made from. Immutable: every change makes a copy. */
public final class WorldSetup {

    /**
     * Seed 1, Windows 11, typical decisions, 1 ms each way, a peer that accepts, WSK 1.0 ready at once, a registered
     * driver.
     */
    public static final WorldSetup PLAIN = new WorldSetup();

    long seed = 1;
    boolean seededDecisions;
    List<ScriptedPolicy.Answer> script = List.of();
    Profile profile = Profile.WINDOWS_11;
    LinkConfiguration there = LinkConfiguration.ofLatency(SimDuration.ofMillis(1));
    LinkConfiguration back = there;
    List<ConnectOutcome> outcomes = List.of(new ConnectOutcome.Accept(SimDuration.ZERO));
    UnaryOperator<HostConfiguration> clientHost = UnaryOperator.identity();
    SimDuration wskReadyAfter = SimDuration.ZERO;
    WskProviderCharacteristics characteristics = WskProviderCharacteristics.VERSION_1_0;
    boolean registered = true;

    private WorldSetup() {}

    private WorldSetup changed(Consumer<WorldSetup> change) {
        WorldSetup copy = new WorldSetup();
        copy.seed = seed;
        copy.seededDecisions = seededDecisions;
        copy.script = script;
        copy.profile = profile;
        copy.there = there;
        copy.back = back;
        copy.outcomes = outcomes;
        copy.clientHost = clientHost;
        copy.wskReadyAfter = wskReadyAfter;
        copy.characteristics = characteristics;
        copy.registered = registered;
        change.accept(copy);
        return copy;
    }

    /** Returns this setup with another root seed, from which decisions are drawn too. */
    public WorldSetup seeded(long seed) {
        return changed(copy -> {
            copy.seed = seed;
            copy.seededDecisions = true;
        });
    }

    /** Returns this setup with another Windows generation on the client. */
    public WorldSetup profile(Profile profile) {
        return changed(copy -> copy.profile = profile);
    }

    /** Returns this setup with one more scripted decision, answered every time. */
    public WorldSetup decide(String point, String option) {
        return decide(point, option, ScriptedPolicy.EVERY_TIME);
    }

    /** Returns this setup with one more scripted decision, answered so many times. */
    public WorldSetup decide(String point, String option, int times) {
        List<ScriptedPolicy.Answer> longer = new ArrayList<>(script);
        longer.add(new ScriptedPolicy.Answer(point, option, times));
        return changed(copy -> copy.script = List.copyOf(longer));
    }

    /** Returns this setup with another link from client to server. */
    public WorldSetup there(LinkConfiguration link) {
        return changed(copy -> copy.there = link);
    }

    /** Returns this setup with another link from server to client. */
    public WorldSetup back(LinkConfiguration link) {
        return changed(copy -> copy.back = link);
    }

    /** Returns this setup with another script for the peer. */
    public WorldSetup peer(ConnectOutcome... outcomes) {
        return changed(copy -> copy.outcomes = List.of(outcomes));
    }

    /** Returns this setup with a change to the client's host. */
    public WorldSetup client(UnaryOperator<HostConfiguration> change) {
        return changed(copy -> copy.clientHost = change);
    }

    /** Returns this setup with a WSK subsystem that is ready later, and a driver that is not registered yet. */
    public WorldSetup unregistered(SimDuration readyAfter, WskProviderCharacteristics versions) {
        return changed(copy -> {
            copy.wskReadyAfter = readyAfter;
            copy.characteristics = versions;
            copy.registered = false;
        });
    }
}
