package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.HeaderConstants;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks arguments that are structures, and the names of address lists: {@code Result}, {@code AddrInfo}, {@code list[0]}. */
final class NameArguments {
    private static final Pattern ENTRY = Pattern.compile("(" + ScalarTypes.NAME_PATTERN + ")\\[([0-9]{1,4})]");
    private static final Pattern GUID =
            Pattern.compile("\\{?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}}?");

    private static final ImmutableSet<String> HINT_NUMBERS =
            ImmutableSet.of("ai_flags", "ai_family", "ai_socktype", "ai_protocol", "ai_addrlen");
    private static final ImmutableList<String> HINTS = ImmutableList.<String>builder()
            .addAll(HINT_NUMBERS)
            .add("ai_canonname", "ai_addr", "ai_next")
            .build();
    private static final ImmutableList<String> ENTRY_MEMBERS = ImmutableList.of(
            "ai_flags", "ai_family", "ai_socktype", "ai_protocol", "ai_addrlen", "ai_canonname", "ai_addr");
    private static final ImmutableList<String> STRING = ImmutableList.of("Buffer", "MaximumLength");

    /** The members that a structure may be written with, by function and parameter. */
    private static final ImmutableMap<String, ImmutableList<String>> STRUCTURES = ImmutableMap.of(
            "WskGetAddressInfo.Hints", HINTS,
            "WskGetAddressInfo.NodeName", STRING,
            "WskGetAddressInfo.ServiceName", STRING);

    private final NameTable lists;
    private final Problems problems;

    NameArguments(NameTable lists, Problems problems) {
        this.lists = lists;
        this.problems = problems;
    }

    /** Returns the name that a call gives to the list that it delivers. */
    static Optional<Reference> deliveredList(CallStep call) {
        boolean delivers = call.function().equals("WskGetAddressInfo");
        return delivers && call.arguments().get("Result") instanceof ArgumentValue.Text name
                ? Optional.of(new Reference(name.text(), name.position()))
                : Optional.empty();
    }

    /** Checks a call; the list that it delivers is not known before. */
    void check(CallStep call) {
        call.arguments().forEach((parameter, value) -> {
            ImmutableList<String> members = STRUCTURES.get(call.function() + "." + parameter);
            if (members != null) {
                checkStructure(parameter, value, members);
            }
        });
        ArgumentValue result = call.outputs().get("Result");
        if (result != null) {
            checkStructure("Result", result, ENTRY_MEMBERS);
        }
        checkHints(call);
        if (call.arguments().get("AddrInfo") instanceof ArgumentValue.Text text) {
            requireList(text);
        }
        if (call.arguments().get("Provider") instanceof ArgumentValue.Text text
                && !GUID.matcher(text.text()).matches()) {
            report(text, "'" + text.text() + "' is no GUID", "such as 22059d40-7e9e-11cf-ae5a-00aa00a7112b");
        }
    }

    private void checkHints(CallStep call) {
        if (call.arguments().get("Hints") instanceof ArgumentValue.Fields hints) {
            for (ArgumentValue.Member member : hints.members()) {
                if (HINT_NUMBERS.contains(member.name().name())) {
                    checkNumber(member.value());
                } else if (member.name().name().equals("ai_next")
                        && member.value() instanceof ArgumentValue.Text text) {
                    requireList(text);
                }
            }
        } else if (call.arguments().containsKey("Hints")
                && !(call.arguments().get("Hints") instanceof ArgumentValue.Null)) {
            report(
                    call.arguments().get("Hints"),
                    "Hints is a structure",
                    "for example Hints: { ai_family: AF_INET, ai_socktype: SOCK_STREAM }");
        }
    }

    private void checkNumber(ArgumentValue value) {
        if (value instanceof ArgumentValue.Items items) {
            items.values().forEach(this::checkNumber);
        } else if (HeaderConstants.parse(value.toString()).isEmpty()) {
            report(
                    value,
                    "'" + value + "' is no number and no known constant",
                    Suggestion.hint(value.toString(), HeaderConstants.names()));
        }
    }

    private void checkStructure(String parameter, ArgumentValue value, ImmutableList<String> members) {
        if (value instanceof ArgumentValue.Items items) {
            items.values().forEach(item -> checkStructure(parameter, item, members));
        } else if (value instanceof ArgumentValue.Fields structure) {
            for (ArgumentValue.Member member : structure.members()) {
                checkMember(parameter, member.name(), members);
            }
        }
    }

    private void checkMember(String parameter, Reference member, ImmutableList<String> members) {
        String name = member.name();
        if (!members.contains(name)) {
            problems.report(
                    member.position(),
                    name.length(),
                    parameter + " has no member '" + name + "' that can be written here",
                    Suggestion.hint(name, members, "its members"));
        }
    }

    /** Checks the name of a list or of one of its entries. */
    void requireList(ArgumentValue.Text text) {
        Matcher entry = ENTRY.matcher(text.text());
        lists.require(new Reference(entry.matches() ? entry.group(1) : text.text(), text.position()));
    }

    /** Tells whether a text names an entry of a list, as {@code list[0]} does. */
    static boolean isEntry(String text) {
        return ENTRY.matcher(text).matches();
    }

    private void report(ArgumentValue value, String message, String hint) {
        problems.report(value.position(), Math.max(1, value.toString().length()), message, hint);
    }
}
