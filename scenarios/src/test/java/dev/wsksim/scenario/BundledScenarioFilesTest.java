package dev.wsksim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.EventCallback;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every bundled scenario, and looks at what all of them together cover. */
class BundledScenarioFilesTest {
    private static final BundledScenarios BUNDLE = BundledScenarios.shipped();
    private static final String MAIN_FUNCTION = WskFunction.WskSocketConnect.name();

    /** Pointers that the page of WskSocketConnect allows to be NULL. */
    private static final ImmutableSet<String> OPTIONAL =
            ImmutableSet.of("SocketContext", "Dispatch", "OwningProcess", "OwningThread", "SecurityDescriptor");

    /** Pointers that it does not allow to be NULL. */
    private static final ImmutableSet<String> REQUIRED =
            ImmutableSet.of("Client", "LocalAddress", "RemoteAddress", "Irp");

    private static ImmutableList<String> paths() {
        return BUNDLE.paths();
    }

    private static ImmutableList<Scenario> load(String path) {
        LoadResult loaded = BUNDLE.load(path, new ScenarioLoader());
        assertThat(loaded.renderProblems()).isEmpty();
        return loaded.variants();
    }

    private static ScenarioResult run(Scenario scenario) {
        return new ScenarioRunner(RunOptions.DEFAULT).run(scenario);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void scenario_playedTwice_passesWithEqualDigests(String path) {
        for (Scenario variant : load(path)) {
            ScenarioResult result = run(variant);

            assertThat(result.findings()).as(result.name()).isEmpty();
            assertThat(result.verdict()).as(result.name()).isEqualTo(Verdict.PASSED);
            assertThat(run(variant).digest()).as(result.name()).isEqualTo(result.digest());
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void scenario_inItsText_namesPagesAndTellsItsStory(String path) {
        Scenario scenario = load(path).get(0);

        assertThat(scenario.source()).isNotEmpty();
        assertThat(scenario.about()).hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void scenario_byItsPath_isALessonOrInTheFolderOfAFunctionOrNetworkFeature(String path) {
        String[] folders = path.split("/");
        if (folders[0].equals("lessons")) {
            assertThat(folders).hasSize(2);
            return;
        }
        if (folders[0].equals("net")) {
            assertThat(folders).hasSize(3);
            assertThat(folders[1]).matches("[a-z0-9-]+");
            return;
        }

        if (folders[0].equals("observed")) {
            assertThat(folders).hasSize(2);
            assertThat(load(path).get(0).source().get(0))
                    .as("who observed it: Wine's test, or owner/name of a client")
                    .matches("Wine's driver_netio\\.c|[A-Za-z-]+/[A-Za-z0-9-]+( .+)?");
            return;
        }

        Scenario scenario = load(path).get(0);
        if (folders[0].equals("clients")) {
            assertThat(folders).hasSize(2);
            assertThat(calls(scenario).map(CallStep::function).distinct().count())
                    .isGreaterThan(2);
            return;
        }

        if (folders[0].equals("kernel")) {
            assertThat(folders).hasSize(3);
            assertThat(scenario.source()).contains("nf-wdm-" + folders[1].toLowerCase(Locale.ROOT));
            assertThat(BUNDLE.text(path).orElseThrow()).contains(folders[1] + ": ");
            return;
        }

        assertThat(folders[0]).isEqualTo("wsk");
        Optional<EventCallback> callback = EventCallback.named(folders[1]);
        if (callback.isPresent()) {
            assertThat(scenario.source()).anyMatch(page -> page.equals(pageOf(callback.get())));
            assertThat(folders).hasSize(3);
            return;
        }

        assertThat(WskFunction.byName(folders[1])).isPresent();
        assertThat(scenario.source()).contains(WskFunction.valueOf(folders[1]).page());
        assertThat(calls(scenario).map(CallStep::function)).contains(folders[1]);
    }

    /** Returns the page of a callback: WskReceiveEvent is nc-wsk-pfn_wsk_receive_event. */
    private static String pageOf(EventCallback callback) {
        String words = CaseFormat.UPPER_CAMEL.to(
                CaseFormat.LOWER_UNDERSCORE, callback.word().substring("Wsk".length()));
        return "nc-wsk-pfn_wsk_" + words;
    }

    @Test
    void names_ofAllScenariosInAFolder_differ() {
        ImmutableSetMultimap.Builder<String, String> pathsByName = ImmutableSetMultimap.builder();
        for (String path : paths()) {
            String folder = path.substring(0, path.lastIndexOf('/'));
            pathsByName.put(folder + ": " + load(path).get(0).name(), path);
        }

        pathsByName
                .build()
                .asMap()
                .forEach((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    @Test
    void parametersOfWskSocketConnect_inAllScenarios_areGivenAndNull() {
        ImmutableSet.Builder<String> given = ImmutableSet.builder();
        ImmutableSet.Builder<String> nulls = ImmutableSet.builder();
        mainCalls()
                .forEach(call -> call.arguments().forEach((parameter, value) -> {
                    boolean isNull = value instanceof ArgumentValue.Null;
                    (isNull ? nulls : given).add(parameter);
                }));

        assertThat(ImmutableSet.builder()
                        .addAll(given.build())
                        .addAll(nulls.build())
                        .build())
                .containsAll(WskFunction.WskSocketConnect.parameters());
        assertThat(given.build()).contains("SocketType", "Protocol", "Flags").containsAll(OPTIONAL);
        assertThat(nulls.build()).containsAll(OPTIONAL).containsAll(REQUIRED);
    }

    @Test
    void decisionsOfWskSocketConnect_inItsScenarios_areAllTried() {
        ImmutableSet<String> tried = paths().stream()
                .flatMap(path -> load(path).stream())
                .flatMap(scenario -> scenario.decisions().stream())
                .map(decision -> decision.at() + "=" + decision.choose())
                .collect(ImmutableSet.toImmutableSet());

        ImmutableList<DecisionPoint> points = ImmutableList.of(
                WskFunction.WskSocketConnect.completionPoint(),
                WskDecisions.COMPLETION_IRQL,
                WskDecisions.CANCELLED_COMPLETION,
                WskDecisions.FAILURE_COMPLETION,
                WskDecisions.INLINE_WAIT,
                WskDecisions.UNLISTED_TRANSPORT_STATUS,
                WskDecisions.UNCONNECTABLE_TRANSPORT_STATUS);
        for (DecisionPoint point : points) {
            assertThat(tried).containsAll(options(point));
        }
    }

    private static ImmutableList<String> options(DecisionPoint point) {
        return IntStream.range(0, point.options().size())
                .mapToObj(option -> point.name() + "=" + point.optionName(option))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<CallStep> mainCalls() {
        return paths().stream()
                .flatMap(path -> load(path).stream())
                .flatMap(BundledScenarioFilesTest::calls)
                .filter(call -> call.function().equals(MAIN_FUNCTION));
    }

    private static Stream<CallStep> calls(Scenario scenario) {
        return scenario.steps().stream().flatMap(BundledScenarioFilesTest::calls);
    }

    private static Stream<CallStep> calls(Step step) {
        Stream<CallStep> inner = step.inner().stream().flatMap(BundledScenarioFilesTest::calls);
        return step instanceof CallStep call
                ? Stream.of(Stream.of(call), calls(call.irp().calls()), inCallbacks(call))
                        .flatMap(Function.identity())
                : inner;
    }

    private static Stream<CallStep> inCallbacks(CallStep call) {
        return call.onEvent().stream()
                .flatMap(script -> script.answers().values().stream())
                .flatMap(ImmutableList::stream)
                .flatMap(answer -> calls(answer.calls()));
    }

    private static Stream<CallStep> calls(ImmutableList<DriverCall> calls) {
        return calls.stream().filter(CallStep.class::isInstance).map(CallStep.class::cast);
    }
}
