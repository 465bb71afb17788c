package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the arguments of a call step their C types: numbers and constants, addresses, names, NULL. */
final class ArgumentReader {

    private final CallStep step;
    private final ScenarioWorld world;
    private final Set<String> read = new LinkedHashSet<>();

    ArgumentReader(CallStep step, ScenarioWorld world) {
        this.step = step;
        this.world = world;
    }

    private @Nullable ArgumentValue argument(String parameter) {
        read.add(parameter);
        return step.arguments().get(parameter);
    }

    /** Makes sure that nothing the step gives was passed over: what a call does not read would be accepted and ignored. */
    void requireAllRead() throws ArgumentProblemException {
        for (Map.Entry<String, ArgumentValue> given : step.arguments().entrySet()) {
            if (!read.contains(given.getKey())) {
                throw new ArgumentProblemException(
                        given.getValue().position(),
                        given.getKey() + " cannot be set here: this call of " + step.function() + " does not use it",
                        "remove it");
            }
        }
    }

    /** Tells whether the step gives this parameter. */
    boolean has(String parameter) {
        return argument(parameter) != null;
    }

    /** Tells whether the step gives NULL for this parameter. */
    boolean isNull(String parameter) {
        return argument(parameter) instanceof ArgumentValue.Null;
    }

    /** Tells whether the step says how its IRP is made. */
    boolean wantsIrp() {
        return !step.irp().equals(IrpUse.DEFAULT);
    }

    /** Returns a number: decimal, 0x hexadecimal, the name of a constant, or a list of constants that are combined with OR. */
    long number(String parameter, long otherwise) throws ArgumentProblemException {
        ArgumentValue value = argument(parameter);
        return value == null ? otherwise : number(parameter, value);
    }

    private long number(String parameter, ArgumentValue value) throws ArgumentProblemException {
        if (value instanceof ArgumentValue.Items items) {
            long all = 0;
            for (ArgumentValue item : items.values()) {
                all |= number(parameter, item);
            }
            return all;
        }
        if (value instanceof ArgumentValue.Text text) {
            Optional<Long> number = parse(text.text());
            if (number.isPresent()) {
                return number.get();
            }
        }
        throw new ArgumentProblemException(
                value.position(),
                parameter + " is a number or a constant of wsk.h or ws2def.h, not '" + value + "'",
                "constants are spelled as in the headers, such as SOCK_STREAM or WSK_FLAG_CONNECTION_SOCKET");
    }

    private static Optional<Long> parse(String text) {
        Optional<Long> constant =
                Wsk.valueOf(text).or(() -> Ws2def.valueOf(text).map(Integer::longValue));
        if (constant.isPresent()) {
            return constant;
        }
        try {
            return Optional.of(text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Returns the name that the step gives for this parameter; empty where it gives none or NULL. */
    Optional<Reference> name(String parameter) {
        return argument(parameter) instanceof ArgumentValue.Text text
                ? Optional.of(new Reference(text.text(), text.position()))
                : Optional.empty();
    }

    /** Returns the text that the step gives for this parameter. */
    Optional<String> text(String parameter) {
        return name(parameter).map(Reference::name);
    }

    /** Returns the list that the step gives for this parameter; a single word is a list of one; empty where it gives none or NULL. */
    Optional<ArgumentValue.Items> items(String parameter) {
        ArgumentValue value = argument(parameter);
        if (value instanceof ArgumentValue.Items items) {
            return Optional.of(items);
        }
        return value instanceof ArgumentValue.Text text
                ? Optional.of(new ArgumentValue.Items(ImmutableList.of(text), text.position()))
                : Optional.empty();
    }

    /** Returns an address, or null for NULL. */
    @Nullable
    SockAddr address(String parameter, @Nullable SockAddr otherwise) throws ArgumentProblemException {
        ArgumentValue value = argument(parameter);
        if (value == null) {
            return otherwise;
        }
        return value instanceof ArgumentValue.Text text ? parseAddress(text.text(), text.position()) : null;
    }

    /** Reads {@code any:0}, {@code loopback:445}, {@code server:445}, {@code 192.0.2.20:445} or {@code [2001:db8::20]:445}, or {@code family 17:0}. */
    SockAddr parseAddress(String text, SourcePosition position) throws ArgumentProblemException {
        if (text.startsWith("family ")) {
            return new SockAddr.Other((int)
                    (long) parse(text.substring("family ".length())).orElseThrow(() -> notAnAddress(text, position)));
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        int port = colon < 0 ? -1 : port(text.substring(colon + 1));
        if (port < 0) {
            throw notAnAddress(text, position);
        }
        IpFamily family = world.family();
        IpAddress address = switch (host) {
            case "any" -> IpAddress.wildcard(family);
            case "loopback", "localhost" -> IpAddress.loopback(family);
            default -> world.hasHost(host) ? hostAddress(host, position) : literal(text, host, position);
        };
        return SockAddr.of(new Endpoint(address, port));
    }

    private IpAddress hostAddress(String host, SourcePosition position) throws ArgumentProblemException {
        return world.addressOf(host, world.family())
                .orElseThrow(() -> new ArgumentProblemException(
                        position,
                        "host '" + host + "' has no " + world.family() + " address",
                        "the family of host names is set by 'family'"));
    }

    private static IpAddress literal(String text, String host, SourcePosition position)
            throws ArgumentProblemException {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host)
                .filter(address -> bracketed == (address.family() == IpFamily.IPV6))
                .orElseThrow(() -> notAnAddress(text, position));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= Endpoint.MAX_PORT ? port : -1;
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static ArgumentProblemException notAnAddress(String text, SourcePosition position) {
        return new ArgumentProblemException(
                position,
                "'" + text + "' is no transport address",
                "any:0, server:445, 192.0.2.20:445, [2001:db8::20]:445, or 'family 17' for a structure that WSK does not know");
    }
}
