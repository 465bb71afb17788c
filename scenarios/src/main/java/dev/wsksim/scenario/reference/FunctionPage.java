package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;
import java.util.Optional;

/**
 * What there is to know about a function before calling it.
 *
 * @param function the function
 * @param summary what it does, in a sentence or two
 * @param parameters what holds for each parameter, in the order of the signature
 * @param statuses which results it has, and when
 * @param sections further remarks, each under a heading
 * @param comparison how it differs from another way to the same end, where there is one
 * @param sources the documentation pages besides the function's own
 */
public record FunctionPage(
        WskFunction function,
        String summary,
        ImmutableList<Parameter> parameters,
        ImmutableList<Result> statuses,
        ImmutableList<Section> sections,
        Optional<Comparison> comparison,
        ImmutableList<String> sources) {

    /**
     * A parameter.
     *
     * @param name its documented name
     * @param text what holds for it
     */
    public record Parameter(String name, String text) {}

    /**
     * A result.
     *
     * @param status the status
     * @param when when it is returned, or found in the IRP; says so where it is an assumption
     */
    public record Result(NtStatus status, String when) {}

    /**
     * Remarks on one subject.
     *
     * @param title the subject
     * @param remarks one remark each
     */
    public record Section(String title, ImmutableList<String> remarks) {}

    /**
     * Two ways to the same end, side by side.
     *
     * @param left the name of the first way
     * @param right the name of the second way
     * @param rows what differs
     */
    public record Comparison(String left, String right, ImmutableList<Row> rows) {
        /**
         * One difference.
         *
         * @param topic what differs
         * @param left how it is the first way
         * @param right how it is the second way
         */
        public record Row(String topic, String left, String right) {}
    }

    /** Returns this page with one more result, behind the others. */
    FunctionPage withResult(NtStatus status, String when) {
        ImmutableList<Result> more = ImmutableList.<Result>builder()
                .addAll(statuses)
                .add(new Result(status, when))
                .build();
        return new FunctionPage(function, summary, parameters, more, sections, comparison, sources);
    }

    static Builder of(WskFunction function, String summary) {
        return new Builder(function, summary);
    }

    /** Collects a page part by part. */
    static final class Builder {
        private final WskFunction function;
        private final String summary;
        private final ImmutableList.Builder<Parameter> parameters = ImmutableList.builder();
        private final ImmutableList.Builder<Result> statuses = ImmutableList.builder();
        private final ImmutableList.Builder<Section> sections = ImmutableList.builder();
        private final ImmutableList.Builder<String> sources = ImmutableList.builder();
        private Optional<Comparison> comparison = Optional.empty();

        private Builder(WskFunction function, String summary) {
            this.function = function;
            this.summary = summary;
        }

        Builder parameter(String name, String text) {
            parameters.add(new Parameter(name, text));
            return this;
        }

        Builder result(NtStatus status, String when) {
            statuses.add(new Result(status, when));
            return this;
        }

        Builder section(String title, String... remarks) {
            return section(title, ImmutableList.copyOf(remarks));
        }

        Builder section(String title, ImmutableList<String> remarks) {
            sections.add(new Section(title, remarks));
            return this;
        }

        Builder comparison(Comparison table) {
            comparison = Optional.of(table);
            return this;
        }

        Builder sources(String... pages) {
            sources.add(pages);
            return this;
        }

        FunctionPage build() {
            return new FunctionPage(
                    function,
                    summary,
                    parameters.build(),
                    statuses.build(),
                    sections.build(),
                    comparison,
                    sources.build());
        }
    }
}
