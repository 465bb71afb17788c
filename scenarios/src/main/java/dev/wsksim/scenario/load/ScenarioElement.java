package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.name.DnsScript;
import dev.wsksim.scenario.model.ConnectionSpec;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.FaultSpec;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.IpFamily;
import dev.wsksim.scenario.model.Limits;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.PeerSpec;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.ScenarioBuilder;
import dev.wsksim.scenario.model.ScriptedDecision;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.Variant;
import dev.wsksim.scenario.model.VerifierSpec;
import dev.wsksim.scenario.model.WindowsProfile;

/** How a scenario as a whole is written. */
final class ScenarioElement {
    private static final int LANGUAGE_VERSION = 1;

    private static final Field<Integer> WSKSIM = Field.required(
            "wsksim",
            ScalarType.number("version 1 of the language", 1, 1, ScenarioElement::version),
            "The version of the scenario language.",
            "1");
    private static final Field<String> NAME = Field.required(
            "name", ScalarTypes.TEXT, "What the scenario shows, in a few words.", "the second attempt succeeds");
    private static final Field<String> ABOUT = Field.optional(
            "about", ScalarTypes.TEXT, "nothing", "The longer story for readers.", "The server is not listening yet.");
    private static final Field<ImmutableList<String>> SOURCE = Field.optional(
            "source",
            ListType.oneOrMore(ScalarTypes.TEXT),
            "none",
            "The documentation pages that the expectations rest on.",
            "[nc-wsk-pfn_wsk_socket_connect]");
    private static final Field<WindowsProfile> PROFILE = Field.optional(
            "profile",
            ScalarTypes.word("a profile", WindowsProfile.values()),
            "the runner's own",
            "The Windows generation whose time-outs and statuses hold.",
            "windows-11");
    private static final Field<Long> SEED = Field.optional(
            "seed", ScalarTypes.longInteger("a seed", 0), "the runner's own", "The seed of all chance.", "1");
    private static final Field<ImmutableList<String>> TAGS = Field.optional(
            "tags", ListType.oneOrMore(ScalarTypes.TEXT), "none", "Words to select scenarios by.", "[refused, timing]");
    private static final Field<IpFamily> FAMILY = Field.optional(
            "family",
            ScalarTypes.word("an address family", IpFamily.values()),
            "ipv4",
            "What host names and any:PORT stand for.",
            "ipv6");
    private static final Field<Node> INCLUDE = Field.optional(
            Inclusion.KEY,
            new IncludeType(),
            "nothing",
            "The parts whose definitions stand before those of this file, seen from its folder.",
            "[shared/hosts.part.yaml, shared/links.part.yaml]");
    private static final Field<Node> PARAMETERS = Field.optional(
            Parameters.KEY,
            new ParametersType("a mapping from parameters to their defaults"),
            "none",
            "Values with a name and a default, which 'wsksim run --set NAME=VALUE' sets; ${name} stands for the value,"
                    + " also in the matrix.",
            "{ latency: 5ms }");
    private static final Field<Node> MATRIX = Field.optional(
            Matrix.KEY,
            new MatrixType(),
            "one variant",
            "Variables with the values of which every combination is a variant; ${name} stands for a value, and family,"
                    + " profile and seed set themselves.",
            "{ family: [ipv4, ipv6] }");
    private static final Field<ImmutableList<HostSpec>> HOSTS = Field.required(
            "hosts", HostElement.HOSTS, "The virtual hosts by name.", "{ client: { addresses: [192.0.2.10] } }");
    private static final Field<ImmutableList<LinkSpec>> LINKS = Field.optional(
            "links",
            LinkElement.LINKS,
            "none",
            "The conditions of each direction between two hosts; 'same' takes over the opposite direction.",
            "{ client -> server: { latency: 5ms }, server -> client: same }");
    private static final Field<ImmutableList<LinkSpec>> SEGMENTS = Field.optional(
            "segments",
            LaterType.of(() -> SegmentElement.SEGMENTS),
            "none",
            "What switches join: the hosts of each segment, with the conditions that what each of them sends meets; it"
                    + " stands for a link from each to each other.",
            "{ lan: { client: { latency: 1ms }, printer: {}, router.lan: {} } }");
    private static final Field<ImmutableList<ImmutableList<PeerSpec>>> PEERS = Field.optional(
            "peers",
            PeerElement.PEERS,
            "none",
            "What hosts do on their TCP and UDP ports; a port that is not listed refuses.",
            "{ server: { tcp 445: { connect: accept } } }");
    private static final Field<ImmutableList<ConnectionSpec>> CONNECTIONS = Field.optional(
            "connections",
            LaterType.of(() -> ConnectionElement.CONNECTIONS),
            "none",
            "The TCP connections that hosts open without a driver, by name.",
            "{ upload: { from: client, to: server:445, data: [send: hello, close] } }");
    private static final Field<DnsScript> DNS = Field.optional(
            "dns",
            LaterType.of(() -> DnsElement.DNS),
            "no name exists",
            "What the DNS knows that the driver's host asks for WskGetAddressInfo and WskGetNameInfo.",
            "{ names: { files.example: 192.0.2.20 } }");
    private static final Field<DriverSpec> DRIVER = Field.optional(
            "driver",
            DriverElement.DRIVER,
            "none: only scripted ends of connections",
            "The scripted driver, which makes the calls of the steps.",
            "{ host: client }");
    private static final Field<Expectations> EXPECT = Field.optional(
            "expect",
            ExpectElement.EXPECT,
            "no violations and nothing left over",
            "What must have been seen at the end.",
            "{ violations: none }");
    private static final Field<VerifierSpec> VERIFIER = Field.optional(
            "verifier",
            VerifierElement.VERIFIER,
            "every broken rule fails the run",
            "Which broken rules fail the run.",
            "{ fail-on: must }");
    private static final Field<ImmutableList<ScriptedDecision>> DECISIONS = Field.optional(
            "decisions",
            LaterType.of(() -> DecisionElement.DECISIONS),
            "none",
            "Scripted answers to named decision points.",
            "[{ at: WskSocketConnect.completion, choose: inline }]");
    private static final Field<ImmutableList<FaultSpec>> FAULTS = Field.optional(
            "faults",
            LaterType.of(() -> FaultElement.FAULTS),
            "none",
            "Calls of the driver that fail although nothing is wrong, to try its way out.",
            "[{ call: WskSend, status: STATUS_INSUFFICIENT_RESOURCES }]");
    private static final Field<ImmutableMap<ForcedMode, String>> EXCEPT_DECISIONS = Field.optional(
            "except-decisions",
            LaterType.of(() -> DecisionElement.EXCEPTIONS),
            "none: the scenario comes to the same end however IRPs are completed",
            "Under which forced decisions (--decisions inline, pended or dispatch) the scenario does not hold, and why;"
                    + " it is skipped there.",
            "{ inline: the second call has to find the first one pending }");
    private static final Field<Limits> LIMITS = Field.optional(
            "limits",
            LaterType.of(() -> DecisionElement.LIMITS),
            "the runner's own",
            "When to stop a run that does not end.",
            "{ virtual-time: 1h }");

    private final FunctionParameters functions;
    private final Field<ImmutableList<Step>> steps;
    private final ElementType<Bound> element;

    ScenarioElement(FunctionParameters functions) {
        this.functions = functions;
        this.steps = Field.optional(
                "steps",
                ListType.ofSome(new StepType(StepElements.kinds(functions))),
                "none; a driver needs at least one",
                "What happens, in order.",
                "[{ call: WskSocketConnect, id: first }]");
        this.element = ElementType.values(
                "scenario",
                "A scenario for wsksim: virtual hosts, a scripted WSK driver, and what must be seen.",
                ImmutableList.of(
                        WSKSIM,
                        NAME,
                        ABOUT,
                        SOURCE,
                        PROFILE,
                        SEED,
                        TAGS,
                        FAMILY,
                        INCLUDE,
                        PARAMETERS,
                        MATRIX,
                        HOSTS,
                        LINKS,
                        SEGMENTS,
                        PEERS,
                        CONNECTIONS,
                        DNS,
                        DRIVER,
                        steps,
                        EXPECT,
                        VERIFIER,
                        DECISIONS,
                        FAULTS,
                        EXCEPT_DECISIONS,
                        LIMITS));
    }

    /** Returns the element with its table of fields. */
    ElementType<Bound> element() {
        return element;
    }

    /** Reads a scenario. It is complete only when no problem was reported. */
    Scenario read(Node.Mapping root, Variant variant, Problems problems) {
        int before = problems.count();
        Bound bound = element.readValues(root, problems);
        Scenario scenario = scenario(bound, variant);
        NameScan written = problems.count() > before ? NameScan.of(root) : NameScan.NOTHING;
        new ScenarioCheck(scenario, functions, written, problems).run();
        if (!isWritten(root, DRIVER)) {
            if (bound.isWritten(DNS)) {
                bound.report(DNS, "nobody asks the DNS in a scenario without a driver", "remove it");
            }
            if (bound.isWritten(VERIFIER)) {
                bound.report(VERIFIER, "only a driver breaks rules, and the scenario has none", "remove it");
            }
            if (bound.isWritten(FAULTS)) {
                bound.report(FAULTS, "only calls of a driver fail, and the scenario has none", "remove it");
            }
            new NoDriverCheck(scenario, problems).run();
        } else if (!isWritten(root, steps) && scenario.connections().isEmpty()) {
            problems.report(
                    root,
                    "key 'steps' is missing in a scenario with a driver",
                    "for example: steps: " + steps.example());
        }
        return scenario;
    }

    private Scenario scenario(Bound bound, Variant variant) {
        ScenarioBuilder scenario = Scenario.builder(bound.get(NAME, ""));
        bound.find(PROFILE).ifPresent(scenario::profile);
        bound.find(SEED).ifPresent(scenario::seed);
        bound.find(DRIVER).ifPresent(scenario::driver);
        bound.find(DNS).ifPresent(scenario::dns);
        bound.get(PEERS, ImmutableList.of()).forEach(scenario::peers);
        return scenario.variant(variant)
                .about(bound.get(ABOUT, ""))
                .source(bound.get(SOURCE, ImmutableList.of()))
                .tags(bound.get(TAGS, ImmutableList.of()))
                .family(bound.get(FAMILY, IpFamily.IPV4))
                .hosts(bound.get(HOSTS, ImmutableList.of()))
                .links(bound.get(LINKS, ImmutableList.of()))
                .connections(bound.get(CONNECTIONS, ImmutableList.of()))
                .links(bound.get(SEGMENTS, ImmutableList.of()))
                .steps(bound.get(steps, ImmutableList.of()))
                .expect(bound.get(EXPECT, Expectations.DEFAULT))
                .verifier(bound.get(VERIFIER, VerifierSpec.DEFAULT))
                .decisions(bound.get(DECISIONS, ImmutableList.of()))
                .faults(bound.get(FAULTS, ImmutableList.of()))
                .exceptDecisions(bound.get(EXCEPT_DECISIONS, ImmutableMap.of()))
                .limits(bound.get(LIMITS, Limits.DEFAULT))
                .included(bound.problems().included())
                .position(bound.position())
                .build();
    }

    /** Tells whether a key is there, or seems to be there under a misspelt name, which has been reported. */
    private boolean isWritten(Node.Mapping root, Field<?> field) {
        ImmutableList<String> known =
                element.fields().stream().map(Field::name).collect(ImmutableList.toImmutableList());
        return root.entries().stream()
                .map(entry -> entry.key().text())
                .map(key -> known.contains(key) ? key : Suggestion.closest(key, known))
                .anyMatch(field.name()::equals);
    }

    private static int version(Node.Scalar scalar) throws BadTextException {
        if (ScalarTypes.parseNumber(scalar.text())
                .filter(n -> n == LANGUAGE_VERSION)
                .isEmpty()) {
            throw new BadTextException(
                    "this program reads version 1 of the scenario language, the file says " + scalar.kind(),
                    "write wsksim: 1");
        }
        return LANGUAGE_VERSION;
    }
}
