package dev.wsksim.scenario.reference;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;

/**
 * What a driver developer has to know of one structure or enumeration: what it is for, and its members in the order of the
 * header. Source: the structure's own page; sizes and offsets are those of x64 with natural alignment.
 *
 * @param name its C name
 * @param summary what it is for
 * @param members its members in order
 * @param remarks what else counts
 */
public record StructurePage(String name, String summary, ImmutableList<Member> members, ImmutableList<String> remarks) {

    /**
     * A member.
     *
     * @param name its documented name
     * @param type its C type, or its value where the page is one of an enumeration
     * @param text what holds for it; may be empty
     */
    public record Member(String name, String type, String text) {}

    static Builder of(String name, String summary) {
        return new Builder(name, summary);
    }

    /** Collects a page part by part. */
    static final class Builder {
        private final String name;
        private final String summary;
        private final ImmutableList.Builder<Member> members = ImmutableList.builder();
        private final ImmutableList.Builder<String> remarks = ImmutableList.builder();

        private Builder(String name, String summary) {
            this.name = name;
            this.summary = summary;
        }

        Builder member(String memberName, String type, String text) {
            members.add(new Member(memberName, type, text));
            return this;
        }

        /** Adds functions of a dispatch table, whose types follow from their names: PFN_WSK_BIND for WskBind. */
        Builder functions(String... names) {
            for (String function : names) {
                function(function, "");
            }
            return this;
        }

        /** Adds a function of a dispatch table with a text. */
        Builder function(String function, String text) {
            return member(function, "PFN_" + CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, function), text);
        }

        Builder remark(String remark) {
            remarks.add(remark);
            return this;
        }

        StructurePage build() {
            return new StructurePage(name, summary, members.build(), remarks.build());
        }
    }
}
