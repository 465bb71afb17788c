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
import java.util.function.UnaryOperator;

/**
 * What a {@link WskWorld} is made from; unchanged parts are those of {@link #PLAIN}.
 *
 * @param seed the root seed
 * @param profile the Windows generation of the client
 * @param seededDecisions whether decisions without an answer in the script are drawn from the seed
 * @param script scripted answers to decisions
 * @param there the link from client to server
 * @param back the link from server to client
 * @param outcomes what the peer at port 445 makes of connection attempts; empty for no peer
 * @param clientHost a last change to the client's host
 * @param wskReadyAfter when the client's WSK subsystem is ready
 * @param characteristics the versions that it supports
 * @param registered whether the driver is registered and has captured the provider NPI when the test begins
 */
public record WorldSetup(
        long seed,
        Profile profile,
        boolean seededDecisions,
        List<ScriptedPolicy.Answer> script,
        LinkConfiguration there,
        LinkConfiguration back,
        List<ConnectOutcome> outcomes,
        UnaryOperator<HostConfiguration> clientHost,
        SimDuration wskReadyAfter,
        WskProviderCharacteristics characteristics,
        boolean registered) {

    private static final LinkConfiguration ONE_MILLISECOND = LinkConfiguration.ofLatency(SimDuration.ofMillis(1));

    /** Seed 1, Windows 11, typical decisions, 1 ms each way, a peer that accepts, WSK 1.0 ready at once, a registered driver. */
    public static final WorldSetup PLAIN = new WorldSetup(
            1,
            Profile.WINDOWS_11,
            false,
            List.of(),
            ONE_MILLISECOND,
            ONE_MILLISECOND,
            List.of(new ConnectOutcome.Accept(SimDuration.ZERO)),
            UnaryOperator.identity(),
            SimDuration.ZERO,
            WskProviderCharacteristics.VERSION_1_0,
            true);

    /** Returns this setup with another seed, from which decisions are drawn. */
    public WorldSetup seeded(long newSeed) {
        return new WorldSetup(
                newSeed,
                profile,
                true,
                script,
                there,
                back,
                outcomes,
                clientHost,
                wskReadyAfter,
                characteristics,
                registered);
    }

    public WorldSetup profile(Profile newProfile) {
        return new WorldSetup(
                seed,
                newProfile,
                seededDecisions,
                script,
                there,
                back,
                outcomes,
                clientHost,
                wskReadyAfter,
                characteristics,
                registered);
    }

    /** Returns this setup with one more scripted decision, answered every time. */
    public WorldSetup decide(String point, String option) {
        return decide(point, option, ScriptedPolicy.EVERY_TIME);
    }

    /** Returns this setup with one more scripted decision, answered so many times. */
    public WorldSetup decide(String point, String option, int times) {
        List<ScriptedPolicy.Answer> more = new ArrayList<>(script);
        more.add(new ScriptedPolicy.Answer(point, option, times));
        return new WorldSetup(
                seed,
                profile,
                seededDecisions,
                List.copyOf(more),
                there,
                back,
                outcomes,
                clientHost,
                wskReadyAfter,
                characteristics,
                registered);
    }

    public WorldSetup there(LinkConfiguration link) {
        return new WorldSetup(
                seed,
                profile,
                seededDecisions,
                script,
                link,
                back,
                outcomes,
                clientHost,
                wskReadyAfter,
                characteristics,
                registered);
    }

    public WorldSetup back(LinkConfiguration link) {
        return new WorldSetup(
                seed,
                profile,
                seededDecisions,
                script,
                there,
                link,
                outcomes,
                clientHost,
                wskReadyAfter,
                characteristics,
                registered);
    }

    /** Returns this setup with another script for the peer. */
    public WorldSetup peer(ConnectOutcome... newOutcomes) {
        return new WorldSetup(
                seed,
                profile,
                seededDecisions,
                script,
                there,
                back,
                List.of(newOutcomes),
                clientHost,
                wskReadyAfter,
                characteristics,
                registered);
    }

    /** Returns this setup with a change to the client's host. */
    public WorldSetup client(UnaryOperator<HostConfiguration> change) {
        return new WorldSetup(
                seed,
                profile,
                seededDecisions,
                script,
                there,
                back,
                outcomes,
                change,
                wskReadyAfter,
                characteristics,
                registered);
    }

    /** Returns this setup with a WSK subsystem that is ready later, and a driver that is not registered yet. */
    public WorldSetup unregistered(SimDuration readyAfter, WskProviderCharacteristics versions) {
        return new WorldSetup(
                seed, profile, seededDecisions, script, there, back, outcomes, clientHost, readyAfter, versions, false);
    }

    /** Returns this setup with a driver that is not registered yet. */
    public WorldSetup unregistered() {
        return unregistered(SimDuration.ZERO, WskProviderCharacteristics.VERSION_1_0);
    }
}
