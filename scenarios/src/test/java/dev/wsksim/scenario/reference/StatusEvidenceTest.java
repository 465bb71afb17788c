package dev.wsksim.scenario.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.EventAnswer;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Holds the pages of {@code explain} to the bundled scenarios: each status that a function's page lists is expected of a
 * call of that function somewhere, returned or in the IRP, and the page lists each that is expected.
 */
class StatusEvidenceTest {

    private final ImmutableSetMultimap.Builder<String, NtStatus> expected = ImmutableSetMultimap.builder();

    @Test
    void everyStatusOfAPage_isExpectedByAScenario() {
        ImmutableSetMultimap<String, NtStatus> shown = shown();
        ImmutableList.Builder<String> missing = ImmutableList.builder();
        for (FunctionPage page : pages()) {
            page.statuses().stream()
                    .filter(result -> !shown.containsEntry(page.function().name(), result.status()))
                    .filter(result -> !isBeyondScenarios(page.function(), result.status()))
                    .forEach(result -> missing.add(page.function() + " " + result.status()));
        }
        assertThat(missing.build())
                .as("statuses of pages that no scenario expects")
                .isEmpty();
    }

    @Test
    void everyStatusThatAScenarioExpects_isOnThePage() {
        ImmutableSetMultimap<String, NtStatus> shown = shown();
        ImmutableList.Builder<String> missing = ImmutableList.builder();
        for (FunctionPage page : pages()) {
            shown.get(page.function().name()).stream()
                    .filter(status -> page.statuses().stream().noneMatch(result -> result.status() == status))
                    .forEach(status -> missing.add(page.function() + " " + status));
        }
        assertThat(missing.build())
                .as("statuses that scenarios expect and no page lists")
                .isEmpty();
    }

    private static ImmutableList<FunctionPage> pages() {
        return Arrays.stream(WskFunction.values())
                .flatMap(function -> FunctionPages.of(function).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableSetMultimap<String, NtStatus> shown() {
        BundledScenarios bundle = BundledScenarios.shipped();
        for (String path : bundle.paths()) {
            for (Scenario scenario : bundle.load(path, new ScenarioLoader()).variants()) {
                steps(scenario.steps());
            }
        }
        return expected.build();
    }

    /** A scenario calls through the table of a socket, which a NULL socket does not have: NullSocketTest holds that. */
    private static boolean isBeyondScenarios(WskFunction function, NtStatus status) {
        return status == NtStatus.STATUS_INVALID_HANDLE
                && (function.parameters().contains("Socket")
                        || function.parameters().contains("ListenSocket"));
    }

    private void steps(ImmutableList<Step> steps) {
        for (Step step : steps) {
            if (step instanceof CallStep call) {
                call(call);
            } else if (step instanceof GroupStep group) {
                steps(group.steps());
            } else if (step instanceof OnEventStep change) {
                script(change.script());
            }
        }
    }

    private void call(CallStep call) {
        call.returns().ifPresent(status -> add(call, status));
        call.completes()
                .flatMap(how -> how instanceof CompletionExpectation.Completes completes
                        ? completes.status()
                        : Optional.empty())
                .ifPresent(status -> add(call, status));
        call.onEvent().ifPresent(this::script);
    }

    private void add(CallStep call, StatusExpectation status) {
        if (status.anyOf().size() == 1) {
            expected.put(call.function(), status.anyOf().get(0));
        }
    }

    private void script(EventScript script) {
        for (EventAnswer answer : script.answers().values().stream()
                .flatMap(ImmutableList::stream)
                .toList()) {
            answer.calls().stream()
                    .filter(CallStep.class::isInstance)
                    .map(CallStep.class::cast)
                    .forEach(this::call);
            answer.accepted().onEvent().ifPresent(this::script);
        }
    }
}
