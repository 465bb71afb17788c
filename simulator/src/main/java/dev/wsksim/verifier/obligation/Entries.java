package dev.wsksim.verifier.obligation;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** Words in which the entries of the book of obligations are written. */
final class Entries {

    private Entries() {}

    static Obligation must(String id, String text, Disposition disposition, String... pages) {
        return new Obligation(id, Strength.MUST, text, disposition, ImmutableList.copyOf(pages));
    }

    static Obligation should(String id, String text, Disposition disposition, String... pages) {
        return new Obligation(id, Strength.SHOULD, text, disposition, ImmutableList.copyOf(pages));
    }

    static Obligation inferred(String id, String text, Disposition disposition, String... pages) {
        return new Obligation(id, Strength.INFERRED, text, disposition, ImmutableList.copyOf(pages));
    }

    static Obligation remark(String id, String text, Disposition disposition) {
        return new Obligation(id, Strength.REMARK, text, disposition, ImmutableList.of());
    }

    static Obligation misuse(String id, String text, Disposition disposition) {
        return new Obligation(id, Strength.MISUSE, text, disposition, ImmutableList.of());
    }

    static Disposition checked() {
        return new Disposition.Checked("");
    }

    static Disposition checked(String part) {
        return new Disposition.Checked(part);
    }

    static Disposition answered(WskFunction function, NtStatus status, String when) {
        return new Disposition.Answered(function, status, when);
    }

    static Disposition stopped(BugCheck code, String when) {
        return new Disposition.Stopped(code, when);
    }

    static Disposition notVisible(String why) {
        return new Disposition.NotVisible(why);
    }

    static Disposition unchecked(String missing) {
        return new Disposition.Unchecked(missing);
    }
}
