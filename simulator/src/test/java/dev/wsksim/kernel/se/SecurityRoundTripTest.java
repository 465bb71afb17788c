package dev.wsksim.kernel.se;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Random descriptors survive the way through text and bytes. */
class SecurityRoundTripTest {

    private static final long SEED = 20_240_611L;
    private static final int CASES = 4_000;

    @Test
    void text_randomDescriptors_comeBackEqual() {
        RandomDescriptors random = seeded(SEED);
        for (int i = 0; i < CASES; i++) {
            SecurityDescriptor descriptor = random.inText();
            String text = Sddl.format(descriptor);
            SecurityDescriptor back = Sddl.parse(text);
            assertThat(back).as("case %s: %s", i, text).isEqualTo(descriptor);
            assertThat(Sddl.format(back)).isEqualTo(text);
        }
    }

    @Test
    void bytes_randomDescriptors_comeBackEqual() throws Exception {
        RandomDescriptors random = seeded(SEED + 1);
        for (int i = 0; i < CASES; i++) {
            SecurityDescriptor descriptor = random.any();
            byte[] bytes = SelfRelative.encode(descriptor);
            SecurityDescriptor back = SelfRelative.decode(bytes);
            assertThat(back).as("case %s: %s", i, descriptor).isEqualTo(descriptor);
            assertThat(SelfRelative.encode(back)).isEqualTo(bytes);
        }
    }

    @Test
    void textThroughBytes_randomDescriptors_isTheSameText() throws Exception {
        RandomDescriptors random = seeded(SEED + 2);
        for (int i = 0; i < CASES; i++) {
            String text = Sddl.format(random.inText());
            assertThat(Sddl.format(SelfRelative.decode(SelfRelative.encode(Sddl.parse(text)))))
                    .isEqualTo(text);
        }
    }

    @Test
    void format_bitsThatSddlCannotExpress_areLeftOut() {
        RandomDescriptors random = seeded(SEED + 3);
        for (int i = 0; i < CASES; i++) {
            SecurityDescriptor descriptor = random.any();
            SecurityDescriptor back = Sddl.parse(Sddl.format(descriptor));
            assertThat(back.dacl()).isEqualTo(descriptor.dacl());
            assertThat(back.sacl()).isEqualTo(descriptor.sacl());
            assertThat(descriptor.control()).containsAll(back.control());
        }
    }

    @Test
    void sid_randomSids_comeBackFromText() {
        RandomDescriptors random = seeded(SEED + 4);
        for (int i = 0; i < CASES; i++) {
            Sid sid = random.sid();
            assertThat(Sid.parse(sid.toString())).isEqualTo(sid);
            sid.alias().ifPresent(alias -> assertThat(Sid.parse(alias)).isEqualTo(sid));
        }
    }

    private static RandomDescriptors seeded(long seed) {
        System.out.println("seed " + seed);
        return new RandomDescriptors(seed);
    }
}
