package dev.wsksim.scenario.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.ItemKind;
import dev.wsksim.wsk.registry.OpenQuestions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages of structures and callbacks to the registry of the interface. */
class ItemPagesTest {

    private static final Pattern QUESTION = Pattern.compile("OQ-[0-9]+");

    static Stream<InterfaceItem> structures() {
        return InterfaceItems.of(ItemKind.STRUCTURE).stream();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void structure_hasAPageWithMembers(InterfaceItem structure) {
        StructurePage page = StructurePages.of(structure.name()).orElseThrow();

        assertThat(page.summary()).endsWith(".");
        assertThat(page.members()).isNotEmpty();
        assertThat(page.members()).extracting(StructurePage.Member::name).doesNotHaveDuplicates();
        requireKnownQuestions(page.toString());
    }

    @Test
    void dispatchTables_haveFunctionsAndCallbacksThatExist() {
        for (StructurePage table : DispatchStructures.ALL) {
            for (StructurePage.Member member : table.members()) {
                if (member.name().startsWith("Wsk")) {
                    assertThat(InterfaceItems.byName(member.name()))
                            .as(member.name())
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WskCallback.class)
    void callback_isAMemberOfItsTable_andItsPageTellsParametersAndReturns(WskCallback callback) {
        CallbackPage page = CallbackPages.of(callback);

        assertThat(page.parameters().keySet()).containsExactlyElementsOf(callback.parameters());
        assertThat(page.returns().keySet()).containsExactlyElementsOf(callback.legalReturns());
        assertThat(StructurePages.of(callback.table()).orElseThrow().members())
                .extracting(StructurePage.Member::name)
                .contains(callback.name());
        requireKnownQuestions(page.toString());
    }

    private static void requireKnownQuestions(String text) {
        assertThat(QUESTION.matcher(text).results().map(found -> found.group()))
                .allMatch(id -> OpenQuestions.byId(id).isPresent());
    }
}
