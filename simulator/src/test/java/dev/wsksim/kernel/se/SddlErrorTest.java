package dev.wsksim.kernel.se;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong text is refused with its place; the mark {@code ^} in each case stands before the first wrong character. */
class SddlErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^X:SY | unexpected 'X' | O:, G:, D: and S:",
                "O:SY^D(A;;GA;;;SY) | unexpected 'D' | O:, G:, D: and S:",
                "O:SY^O:BA | O: is given twice | once",
                "D:(A;;GA;;;SY)^D: | D: is given twice | once",
                "O:^ | a SID is expected | S-1-",
                "O:^ZZ | unknown SID alias ZZ | S-1-",
                "O:^G:SY | a SID is expected | S-1-",
                "O:S-^2-5-18 | revision must be 1 | S-1-",
                "O:S-1^ | '-' is expected | S-1-",
                "O:S-1-^ | a number is expected for the SID's authority | S-1-",
                "O:^S-1-5 | no sub-authority | S-1-",
                "O:S-1-5-^ | a number is expected for a sub-authority | S-1-",
                "O:S-1-5-^4294967296 | a sub-authority must be at most 4294967295 | ",
                "O:S-1-^4294967296-1 | authority must be at most 4294967295 | 0x",
                "O:S-1-^0x1234567890123-1 | 1 to 12 digits | S-1-",
                "O:S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-^16 | at most 15 | ",
                "D:^Q(A;;GA;;;SY) | unknown list flag 'Q' | P, AR, AI",
                "D:NO_ACCESS_CONTROL^(A;;GA;;;SY) | has no entries | remove",
                "D:^(A;;GA;;;SY | not closed | add ')'",
                "D:(^B;;GA;;;SY) | unknown type of entry 'B' | A, D, OA",
                "D:(A;^XX;GA;;;SY) | unknown entry flag 'XX' | OI, CI",
                "D:(A;OI^C;GA;;;SY) | unknown entry flag 'C' | OI, CI",
                "D:(A;;GA^ZZ;;;SY) | unknown right 'ZZ' | hexadecimal",
                "D:(A;;^31;;;SY) | unknown right '31' | hexadecimal",
                "D:(A;;0x^;;;SY) | 1 to 8 hexadecimal digits | 0x1f",
                "D:(A;;0x^123456789;;;SY) | 1 to 8 hexadecimal digits | 0x1f",
                "D:(A;;0x^1g;;;SY) | 1 to 8 hexadecimal digits | 0x1f",
                "D:(A;;GA;;^) | 5 fields instead of 6 | (type;flags",
                "D:(A;;GA;;;SY;^) | 7 fields instead of 6 | (type;flags",
                "D:(A;;GA;;;SY;^(x==1)) | no expression | (type;flags",
                "D:(A;;GA;;;^) | a SID is expected | S-1-",
                "D:(A;;GA;;;SY^X) | nothing may follow the SID | (type;flags",
                "D:(A;;GA;^ab721a53-1e2f-11d0-9819-00aa0040529b;;SY) | has no GUID | OA",
                "D:(OA;;GA;^1-1-1-1-1;;SY) | a GUID is expected | 01234567",
                "D:(^AU;SA;GA;;;SY) | type AU has no effect in D: | move it to S:",
                "S:(^A;;GA;;;SY) | type A has no effect in S: | move it to D:",
                "S:(ML;;NW;;;^BA) | needs an integrity level | LW",
                "D:(A;;GA;;;SY)^; | unexpected ';' | O:, G:",
                "O:^\u017FY | a SID is expected | S-1-",
                "O:S-1-5-^\u0661 | a number is expected | S-1-",
            })
    void parse_wrongText_isRefusedAtTheMark(String marked, String problem, String hint) {
        SddlException error = refusal(marked);
        assertThat(error.isUnsupported()).isFalse();
        assertThat(error.problem()).contains(problem);
        if (hint == null) {
            assertThat(error.hint()).isEmpty();
        } else {
            assertThat(error.hint()).hasValueSatisfying(text -> assertThat(text).contains(hint));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D:(^XA;;GA;;;WD;(@User.Title==\"PM\")) | conditional expression",
                "D:(A;;GA;;;SY)(^XD;;GA;;;WD;(x)) | conditional expression",
                "D:(^ZA;;GA;;;WD;(x)) | conditional expression",
                "S:(^XU;SA;GA;;;WD;(x)) | conditional expression",
                "S:(^RA;;;;;WD;(\"Project\",TS,0,\"Windows\")) | resource attribute",
                "S:(^SP;;;;;S-1-17-1) | central access policy",
                "S:(^TL;;0x1;;;S-1-19-512-4096) | process trust label",
                "S:(^FL;;0x1;;;WD;(x)) | access filter",
                "O:^DA | depends on a domain",
                "O:^LA | depends on a domain or machine",
                "D:(A;;GA;;;^EA) | depends on a domain",
                "O:^RM | different groups",
            })
    void parse_unsupportedText_isRefusedByName(String marked, String problem) {
        SddlException error = refusal(marked);
        assertThat(error.isUnsupported()).isTrue();
        assertThat(error.problem()).contains(problem);
    }

    @Test
    void parse_everyDomainAlias_isRefusedWithThePatternToWrite() {
        SidAliases.unresolved().forEach((alias, pattern) -> {
            SddlException error = catchThrowableOfType(SddlException.class, () -> Sid.parse(alias));
            assertThat(error.isUnsupported()).isTrue();
            assertThat(error).hasMessageContaining(alias).hasMessageContaining(pattern);
        });
    }

    @Test
    void message_refusal_countsCharactersFromOne() {
        SddlException error = catchThrowableOfType(SddlException.class, () -> Sddl.parse("D:(A;;GZ;;;SY)"));
        assertThat(error)
                .hasMessage("at character 7: unknown right 'GZ'; write letter pairs such as GA, GR or RC, or a"
                        + " hexadecimal number such as 0x1f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-1-5-18 ", "SYX", "", "S-1-5-18G:SY"})
    void sid_trailingOrMissingText_isRefused(String text) {
        assertThat(catchThrowableOfType(SddlException.class, () -> Sid.parse(text)))
                .isNotNull();
    }

    @Test
    void parse_listTooLarge_isRefusedAtTheList() {
        String entry = "(A;;GA;;;S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15)";
        SddlException error =
                catchThrowableOfType(SddlException.class, () -> Sddl.parse("O:SYD:" + entry.repeat(1000)));
        assertThat(error.problem()).contains("larger than 65532 bytes");
        assertThat(error.position()).isEqualTo(4);
    }

    @Test
    void parse_mutilatedText_throwsNothingElse() {
        long seed = 77;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomDescriptors descriptors = new RandomDescriptors(seed);
        String alphabet = "OGDS:();-0123456789xABCDEFGNPRTUWY \u017F\u00DF\u0130\u2028";
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(Sddl.format(descriptors.inText()));
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length() + 1);
                String piece = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), random.nextInt(3) == 0 ? "" : piece);
            }
            try {
                SecurityDescriptor parsed = Sddl.parse(text.toString());
                assertThat(Sddl.parse(Sddl.format(parsed))).isEqualTo(parsed);
            } catch (SddlException e) {
                assertThat(e.position()).isBetween(0, text.length());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static SddlException refusal(String marked) {
        String text = marked.replace("^", "");
        SddlException error = catchThrowableOfType(SddlException.class, () -> Sddl.parse(text));
        assertThat(error).as(text).isNotNull();
        assertThat(error.position()).as("place of: %s", error.getMessage()).isEqualTo(marked.indexOf('^'));
        return error;
    }
}
