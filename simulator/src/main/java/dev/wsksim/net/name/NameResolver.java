package dev.wsksim.net.name;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The resolver of one host: finds the addresses of names and the names of addresses.
 *
 * <p>It asks in this order: the file {@code hosts}, what the host knows of itself, the scripted DNS. A name in the file is
 * not asked of DNS, even where the file has no address of the wanted family (assumption). Nothing is cached, so that a
 * script has one answer for each question (difference from Windows). The DNS is a script and no packets are sent.
 *
 * <p>Source for the host's own names: nf-ws2tcpip-getaddrinfoexw.
 */
public final class NameResolver {

    private static final String LOCALHOST = "localhost";
    private static final String LOCAL_MACHINE = "..localmachine";

    private final SimulationLoop loop;
    private final Trace trace;
    private final Host host;
    private final NameFiles files;
    private final Map<Object, Integer> questions = new LinkedHashMap<>();
    private DnsScript dns = DnsScript.EMPTY;

    /** Makes a resolver whose DNS knows nothing. */
    public NameResolver(SimulationLoop loop, Trace trace, Host host, NameFiles files) {
        this.loop = loop;
        this.trace = trace;
        this.host = host;
        this.files = files;
    }

    /** Gives the resolver a DNS; questions are counted from the first on again. */
    public void setDns(DnsScript script) {
        dns = script;
        questions.clear();
    }

    /** Returns the files that the resolver reads. */
    public NameFiles files() {
        return files;
    }

    /** Returns the full name of the host itself. */
    public String ownName() {
        return qualified(host.name());
    }

    /** Returns a name without the domain of the host, where it is in that domain. */
    public String relativeName(String name) {
        String suffix = "." + DnsName.key(dns.domain().orElse(""));
        boolean local = dns.domain().isPresent() && DnsName.key(name).endsWith(suffix);
        return local ? name.substring(0, DnsName.withoutFinalDot(name).length() - suffix.length()) : name;
    }

    /** Looks for the addresses of a host. The empty name means this host. */
    public Resolution<ResolvedHost> resolve(
            String name, BiConsumer<@Nullable ResolvedHost, @Nullable DnsFailure> listener) {
        Resolution<ResolvedHost> resolution = new Resolution<>(listener);
        Optional<ResolvedHost> known = fromFile(name).or(() -> ownHost(name));
        if (known.isPresent()) {
            resolution.found(known.get());
        } else {
            askDns(qualified(name), resolution);
        }
        return resolution;
    }

    private Optional<ResolvedHost> ownHost(String name) {
        if (DnsName.isSame(name, LOCALHOST)) {
            return Optional.of(new ResolvedHost(
                    LOCALHOST,
                    LOCALHOST,
                    ImmutableList.of(IpAddress.loopback(IpFamily.IPV6), IpAddress.loopback(IpFamily.IPV4))));
        }
        boolean own = name.isEmpty()
                || name.equals(LOCAL_MACHINE)
                || DnsName.isSame(name, host.name())
                || DnsName.isSame(name, ownName());
        ImmutableList<IpAddress> addresses =
                host.addresses().stream().map(HostAddress::address).collect(ImmutableList.toImmutableList());
        return own && !addresses.isEmpty()
                ? Optional.of(new ResolvedHost(ownName(), ownName(), addresses))
                : Optional.empty();
    }

    private Optional<ResolvedHost> fromFile(String name) {
        HostsFile hosts = files.hosts();
        return hosts.mainNameOf(name).map(main -> new ResolvedHost(main, name, hosts.addressesOf(name)));
    }

    private void askDns(String name, Resolution<ResolvedHost> resolution) {
        DnsAnswer answer = dns.answerFor(name, count(DnsName.key(name)));
        ask(name, answer, resolution, outcome -> {
            if (outcome instanceof DnsAnswer.Addresses found) {
                resolution.found(new ResolvedHost(found.canonicalName().orElse(name), name, found.addresses()));
            } else {
                resolution.failed(failureOf(outcome));
            }
        });
    }

    /** Looks for the name of the host that has an address. */
    public Resolution<String> resolve(IpAddress address, BiConsumer<@Nullable String, @Nullable DnsFailure> listener) {
        Resolution<String> resolution = new Resolution<>(listener);
        Optional<String> known =
                files.hosts().nameOf(address).or(() -> host.owns(address) ? Optional.of(ownName()) : Optional.empty());
        if (known.isPresent()) {
            resolution.found(known.get());
        } else {
            askDns(address, resolution);
        }
        return resolution;
    }

    private void askDns(IpAddress address, Resolution<String> resolution) {
        DnsAnswer answer = dns.answerFor(address, count(address));
        ask(address.toString(), answer, resolution, outcome -> {
            if (outcome instanceof DnsAnswer.HostName found) {
                resolution.found(found.name());
            } else {
                resolution.failed(failureOf(outcome));
            }
        });
    }

    /** Asks DNS, unless the resolver is not ready for it. */
    private void ask(String what, DnsAnswer answer, Resolution<?> resolution, Consumer<DnsAnswer> whenAnswered) {
        if (answer instanceof DnsAnswer.Failed failed && failed.failure() == DnsFailure.NOT_READY) {
            resolution.failed(DnsFailure.NOT_READY);
        } else {
            resolution.ask(new DnsQuestion(loop, trace, host.name(), what, answer, whenAnswered));
        }
    }

    private static DnsFailure failureOf(DnsAnswer outcome) {
        return outcome instanceof DnsAnswer.Failed failed ? failed.failure() : DnsFailure.NAME_ERROR;
    }

    private int count(Object key) {
        return questions.merge(key, 1, Integer::sum) - 1;
    }

    private String qualified(String name) {
        boolean flat = DnsName.isFlat(name) && dns.domain().isPresent();
        return flat ? name + "." + dns.domain().get() : DnsName.withoutFinalDot(name);
    }
}
