package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.WskCallback;

/**
 * What a driver developer has to know of one event callback: what it tells, what its parameters mean, and what follows
 * from each value that it may return. Source: the callback's own page.
 *
 * @param callback the callback
 * @param summary what it tells
 * @param parameters what holds for each parameter, by its documented name, in order
 * @param returns what follows from each value that it may return
 * @param remarks what else counts
 */
public record CallbackPage(
        WskCallback callback,
        String summary,
        ImmutableMap<String, String> parameters,
        ImmutableMap<String, String> returns,
        ImmutableList<String> remarks) {

    static Builder of(WskCallback callback, String summary) {
        return new Builder(callback, summary);
    }

    /** Collects a page part by part. */
    static final class Builder {
        private final WskCallback callback;
        private final String summary;
        private final ImmutableMap.Builder<String, String> parameters = ImmutableMap.builder();
        private final ImmutableMap.Builder<String, String> returns = ImmutableMap.builder();
        private final ImmutableList.Builder<String> remarks = ImmutableList.builder();

        private Builder(WskCallback callback, String summary) {
            this.callback = callback;
            this.summary = summary;
        }

        Builder parameter(String name, String text) {
            parameters.put(name, text);
            return this;
        }

        Builder returning(String value, String text) {
            returns.put(value, text);
            return this;
        }

        Builder remark(String remark) {
            remarks.add(remark);
            return this;
        }

        CallbackPage build() {
            return new CallbackPage(
                    callback, summary, parameters.buildOrThrow(), returns.buildOrThrow(), remarks.build());
        }
    }
}
