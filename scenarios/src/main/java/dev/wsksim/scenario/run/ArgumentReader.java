package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.UnsignedInteger;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.name.AddrInfoExW;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the arguments of a call step their C types: numbers and constants, addresses, names, NULL. */
final class ArgumentReader {

    private static final Pattern LIST_ENTRY = Pattern.compile(".+\\[[0-9]+]");

    private final CallStep step;
    private final ScenarioWorld world;
    private final AddressLists lists;
    private final Set<String> read = new LinkedHashSet<>();

    /** Finds an entry of an address list that the driver holds by its place, such as {@code list[0]}. */
    @FunctionalInterface
    interface AddressLists {
        /** Returns the entry, or null where nothing is. */
        @Nullable
        AddrInfoExW entry(String place);
    }

    ArgumentReader(CallStep step, ScenarioWorld world) {
        this(step, world, place -> null);
    }

    ArgumentReader(CallStep step, ScenarioWorld world, AddressLists lists) {
        this.step = step;
        this.world = world;
        this.lists = lists;
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
        return step.arguments().containsKey(parameter);
    }

    /** Tells whether the step gives NULL for this parameter. */
    boolean isNull(String parameter) {
        return find(parameter, ArgumentValue.Null.class).isPresent();
    }

    /** Returns what the step gives for this parameter if it has this form; only then it counts as read. */
    private <T extends ArgumentValue> Optional<T> find(String parameter, Class<T> form) {
        Optional<T> found = Optional.ofNullable(step.arguments().get(parameter))
                .filter(form::isInstance)
                .map(form::cast);
        if (found.isPresent()) {
            read.add(parameter);
        }
        return found;
    }

    /** Tells whether the step says how its IRP is made. */
    boolean wantsIrp() {
        return !step.irp().equals(IrpUse.DEFAULT);
    }

    /** Returns a ULONG: a number of 32 bits, written like any other {@link #number}. */
    int ulong(String parameter, int otherwise) throws ArgumentProblemException {
        Optional<ArgumentValue> value = find(parameter, ArgumentValue.class);
        if (value.isEmpty()) {
            return otherwise;
        }
        long number = number(parameter, value.get());
        if (number > UnsignedInteger.MAX_VALUE.longValue()) {
            throw new ArgumentProblemException(
                    value.get().position(), parameter + " has 32 bits, and '" + value.get() + "' does not fit", "");
        }
        return (int) number;
    }

    /** Returns a number: decimal, 0x hexadecimal, the name of a constant, or a list of constants that are combined with OR. */
    long number(String parameter, long otherwise) throws ArgumentProblemException {
        Optional<ArgumentValue> value = find(parameter, ArgumentValue.class);
        return value.isEmpty() ? otherwise : number(parameter, value.get());
    }

    /** Reads a number that stands anywhere in the value of a parameter. */
    long number(String parameter, ArgumentValue value) throws ArgumentProblemException {
        if (value instanceof ArgumentValue.Items items) {
            long all = 0;
            for (ArgumentValue item : items.values()) {
                all |= number(parameter, item);
            }
            return all;
        }
        if (value instanceof ArgumentValue.Text text) {
            Optional<Long> number = HeaderConstants.parse(text.text());
            if (number.isPresent()) {
                return number.get();
            }
        }
        throw new ArgumentProblemException(
                value.position(),
                parameter + " is a number or a constant of wsk.h or ws2def.h, not '" + value + "'",
                "constants are spelled as in the headers, such as SOCK_STREAM or WSK_FLAG_CONNECTION_SOCKET");
    }

    /** Returns the name that the step gives for this parameter; empty where it gives none or NULL. */
    Optional<Reference> name(String parameter) {
        return isNull(parameter)
                ? Optional.empty()
                : find(parameter, ArgumentValue.Text.class).map(text -> new Reference(text.text(), text.position()));
    }

    /** Returns the text that the step gives for this parameter; empty where it gives none or NULL. */
    Optional<String> text(String parameter) {
        return name(parameter).map(Reference::name);
    }

    /** Returns the list that the step gives for this parameter; a single word is a list of one; empty where it gives none or NULL. */
    Optional<ArgumentValue.Items> items(String parameter) {
        return isNull(parameter)
                ? Optional.empty()
                : find(parameter, ArgumentValue.Items.class)
                        .or(() -> find(parameter, ArgumentValue.Text.class)
                                .map(text -> new ArgumentValue.Items(ImmutableList.of(text), text.position())));
    }

    /** Returns an address, or null for NULL. */
    @Nullable
    SockAddr address(String parameter, @Nullable SockAddr otherwise) throws ArgumentProblemException {
        Optional<ArgumentValue> value = find(parameter, ArgumentValue.class);
        if (value.isEmpty()) {
            return otherwise;
        }
        return address(value.get());
    }

    /** Returns an address, or null for NULL. */
    @Nullable
    SockAddr address(ArgumentValue value) throws ArgumentProblemException {
        if (value instanceof ArgumentValue.Text text) {
            return parseAddress(text.text(), text.position());
        }
        if (value instanceof ArgumentValue.Null) {
            return null;
        }
        throw AddressReader.notAnAddress(value.toString(), value.position());
    }

    /** Returns the structure that the step gives for this parameter; empty where it gives none or something else. */
    Optional<StructureReader> structure(String parameter) {
        return find(parameter, ArgumentValue.Fields.class).map(fields -> new StructureReader(parameter, fields, this));
    }

    /** Returns the members of a structure as they are written. */
    Optional<ArgumentValue.Fields> fields(String parameter) {
        return find(parameter, ArgumentValue.Fields.class);
    }

    /** Returns the problem that a parameter has another form than it should. */
    ArgumentProblemException wrong(String parameter, String message, String hint) {
        ArgumentValue value = step.arguments().get(parameter);
        return new ArgumentProblemException(value == null ? step.position() : value.position(), message, hint);
    }

    /** Returns what the step gives for this parameter in whatever form; empty where it gives none. */
    Optional<ArgumentValue> value(String parameter) {
        return find(parameter, ArgumentValue.class);
    }

    /** Reads an address in one of the forms of {@link AddressReader}. */
    SockAddr parseAddress(String text, SourcePosition position) throws ArgumentProblemException {
        return LIST_ENTRY.matcher(text).matches()
                ? listed(text, position)
                : new AddressReader(world).parse(text, position);
    }

    private SockAddr listed(String place, SourcePosition position) throws ArgumentProblemException {
        AddrInfoExW entry = lists.entry(place);
        SockAddr address = entry == null ? null : entry.aiAddr();
        if (address == null) {
            throw new ArgumentProblemException(
                    position, "there is no address at " + place, "the list was not delivered, or it is shorter");
        }
        return address;
    }
}
