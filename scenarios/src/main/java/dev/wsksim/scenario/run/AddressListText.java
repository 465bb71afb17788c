package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.name.AddrInfoExW;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An address list as text, beside what a scenario expects of it: of each entry those members that the scenario writes, and
 * of an entry that is only an address its {@code ai_addr}.
 */
final class AddressListText {

    private AddressListText() {}

    /** Returns a list in the form of what is expected; entries beyond that are told as addresses. */
    static String actual(List<AddrInfoExW.Members> list, ArgumentValue expected) {
        ImmutableList<ArgumentValue> forms = entries(expected);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            boolean structured = i < forms.size() && forms.get(i) instanceof ArgumentValue.Fields;
            texts.add(structured ? members(list.get(i), (ArgumentValue.Fields) forms.get(i)) : address(list.get(i)));
        }
        return texts.toString();
    }

    private static String address(AddrInfoExW.Members entry) {
        return String.valueOf(entry.addr());
    }

    private static String members(AddrInfoExW.Members entry, ArgumentValue.Fields wanted) {
        List<String> texts = new ArrayList<>();
        for (ArgumentValue.Member member : wanted.members()) {
            String name = member.name().name();
            texts.add(name + ": " + member(entry, name));
        }
        return "{ " + String.join(", ", texts) + " }";
    }

    private static String member(AddrInfoExW.Members entry, String name) {
        return switch (name) {
            case "ai_flags" -> Ws2defNames.aiFlagsText(entry.flags());
            case "ai_family" -> Ws2def.familyName(entry.family());
            case "ai_socktype" -> Ws2def.socketTypeName(entry.socktype());
            case "ai_protocol" -> Ws2def.protocolName(entry.protocol());
            case "ai_addrlen" -> Long.toString(entry.addrlen());
            case "ai_canonname" -> entry.canonname() == null ? "NULL" : entry.canonname();
            case "ai_addr" -> address(entry);
            default -> throw new AssertionError("the loader knows the members, and refuses " + name);
        };
    }

    /**
     * Returns what is expected in the same form.
     *
     * @param address gives an address, which may have the name of a host, its canonical text
     */
    static String expected(ArgumentValue expected, Function<ArgumentValue, String> address) {
        List<String> texts = new ArrayList<>();
        for (ArgumentValue entry : entries(expected)) {
            if (entry instanceof ArgumentValue.Fields members) {
                List<String> wanted = new ArrayList<>();
                for (ArgumentValue.Member member : members.members()) {
                    String name = member.name().name();
                    wanted.add(name + ": " + expectedMember(name, member.value(), address));
                }
                texts.add("{ " + String.join(", ", wanted) + " }");
            } else {
                texts.add(address.apply(entry));
            }
        }
        return texts.toString();
    }

    private static String expectedMember(String name, ArgumentValue value, Function<ArgumentValue, String> address) {
        return switch (name) {
            case "ai_flags" -> Ws2defNames.aiFlagsText(number(value));
            case "ai_family" -> Ws2def.familyName(number(value));
            case "ai_socktype" -> Ws2def.socketTypeName(number(value));
            case "ai_protocol" -> Ws2def.protocolName(number(value));
            case "ai_addr" -> address.apply(value);
            default -> value.toString();
        };
    }

    private static int number(ArgumentValue value) {
        if (value instanceof ArgumentValue.Items items) {
            return items.values().stream().mapToInt(AddressListText::number).reduce(0, (a, b) -> a | b);
        }
        return HeaderConstants.parse(value.toString()).map(Long::intValue).orElse(-1);
    }

    private static ImmutableList<ArgumentValue> entries(ArgumentValue expected) {
        return expected instanceof ArgumentValue.Items items ? items.values() : ImmutableList.of(expected);
    }
}
