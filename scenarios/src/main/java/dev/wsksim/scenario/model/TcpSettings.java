package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpParametersBuilder;
import java.util.function.Consumer;

/**
 * What a scenario changes of the TCP of a host.
 *
 * @param changes the changes, one for each constant that is written
 */
public record TcpSettings(ImmutableList<Consumer<TcpParametersBuilder>> changes) {
    /** The TCP of the profile. */
    public static final TcpSettings NONE = new TcpSettings(ImmutableList.of());

    /**
     * Returns the constants of a profile with these changes.
     *
     * @throws IllegalArgumentException when they contradict each other
     */
    public TcpParameters applyTo(TcpParameters profile) {
        TcpParametersBuilder builder = new TcpParametersBuilder(profile);
        changes.forEach(change -> change.accept(builder));
        return builder.build();
    }
}
