package dev.wsksim.kernel.se;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the access check with the recorded answers of another implementation, {@code access-checks.txt}. */
class AccessCheckGoldenTest {

    private static final GenericMapping NO_MAPPING =
            new GenericMapping(AccessMask.NONE, AccessMask.NONE, AccessMask.NONE, AccessMask.NONE);

    static Stream<Arguments> answers() {
        return GoldenLines.read("access-checks.txt").stream().map(fields -> Arguments.of((Object[]) fields));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void check_recordedRequest_hasTheRecordedAnswer(
            String descriptor, String sids, String desired, String answer, String maximum) {
        SecuritySubjectContext subject = SecuritySubjectContext.of(token(sids));
        SecurityDescriptor object = Sddl.parse(descriptor);
        AccessMask mask = new AccessMask(Integer.decode(desired));
        AccessCheckResult result = AccessCheck.check(subject, object, mask, NO_MAPPING, ProcessorMode.USER_MODE);
        assertThat(result.isGranted()).as("%s", result.trail()).isEqualTo(answer.equals("granted"));
        assertThat(result.grantedAccess()).isEqualTo(result.isGranted() ? mask : AccessMask.NONE);

        AccessCheckResult most =
                AccessCheck.check(subject, object, AccessMask.MAXIMUM_ALLOWED, NO_MAPPING, ProcessorMode.USER_MODE);
        int expected = maximum.equals("denied") ? 0 : Integer.decode(maximum);
        assertThat(most.grantedAccess()).as("%s", most.trail()).isEqualTo(new AccessMask(expected));
    }

    private static AccessToken token(String sids) {
        List<String> names = Splitter.on(' ').splitToList(sids);
        AccessToken token = Tokens.bare(Sid.parse(names.get(0)));
        for (String name : names.subList(1, names.size())) {
            token = token.withGroups(TokenGroup.enabled(Sid.parse(name)));
        }
        return token;
    }
}
