package dev.wsksim.scenario.load;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.name.DnsAnswer;
import dev.wsksim.net.name.DnsFailure;
import dev.wsksim.net.name.DnsScript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How it is written what the DNS knows that the driver's host asks. */
final class DnsElement {
    private static final String NAME_PATTERN = "[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?";
    private static final String HOST_PATTERN = NAME_PATTERN + "(\\." + NAME_PATTERN + ")*\\.?";
    private static final int MOST_CHARACTERS = 253;

    private static final ImmutableMap<String, DnsFailure> FAILURES = ImmutableMap.of(
            "nxdomain", DnsFailure.NAME_ERROR,
            "server-failure", DnsFailure.SERVER_FAILURE,
            "no-answer", DnsFailure.NO_ANSWER,
            "not-ready", DnsFailure.NOT_READY);

    /** A host name as DNS has them, with letters of ASCII. */
    static final ScalarType<String> HOST_NAME =
            ScalarType.matching("a host name such as www.example", HOST_PATTERN, DnsElement::hostName);

    private static final ScalarType<IpAddress> ADDRESS =
            ScalarType.matching("an address such as 192.0.2.20 or 2001:db8::20", "[0-9A-Fa-f:.]+", DnsElement::address);

    private static final Field<ImmutableList<IpAddress>> ADDRESSES = Field.optional(
            "addresses",
            ListType.oneOrMore(ADDRESS),
            "none",
            "The records A and AAAA of the name, in the server's order.",
            "[192.0.2.20, 2001:db8::20]");
    private static final Field<String> CANONICAL_NAME = Field.optional(
            "canonical-name",
            HOST_NAME,
            "the name itself",
            "The name that this one is an alias of (CNAME), for AI_CANONNAME.",
            "web7.example");
    private static final Field<String> NAME =
            Field.optional("name", HOST_NAME, "none", "The record PTR of the address.", "files.example");
    private static final Field<DnsFailure> FAILS = Field.optional(
            "fails",
            ScalarType.words("a failure of DNS", FAILURES.keySet().asList(), DnsElement::failure),
            "not",
            "What comes instead of records: nxdomain and server-failure are answers, no-answer ends after 10 s, and"
                    + " not-ready is a resolver that does not work yet.",
            "server-failure");
    private static final Field<SimDuration> AFTER = Field.optional(
            "after",
            Durations.DURATION,
            "0ms",
            "How long after the first query the answer comes; after 10 s nobody waits for it any more.",
            "30ms");

    private static final ElementType<DnsAnswer> ADDRESS_ANSWER = ElementType.checked(
            "DNS answer",
            "What the DNS answers to a question for a name.",
            ImmutableList.of(ADDRESSES, CANONICAL_NAME, FAILS, AFTER),
            DnsElement::addresses);
    private static final ElementType<DnsAnswer> NAME_ANSWER = ElementType.checked(
            "reverse DNS answer",
            "What the DNS answers to a question for the name of an address.",
            ImmutableList.of(NAME, FAILS, AFTER),
            DnsElement::hostOfAddress);

    private static final ScalarType<DnsAnswer> ADDRESS_WORD = ScalarType.matching(
                    "an address, nxdomain, server-failure, no-answer or not-ready",
                    "[0-9A-Fa-f:.]+|" + String.join("|", FAILURES.keySet()),
                    DnsElement::addressWord)
            .naming(FAILURES.keySet());
    private static final ScalarType<DnsAnswer> NAME_WORD = ScalarType.matching(
                    "a host name, nxdomain, server-failure, no-answer or not-ready", HOST_PATTERN, DnsElement::nameWord)
            .naming(FAILURES.keySet());

    private static final Field<String> DOMAIN = Field.optional(
            "domain",
            HOST_NAME,
            "none",
            "The domain of the driver's host, which is added to names of a single label.",
            "corp.example");
    private static final Field<ImmutableList<Answers<String>>> NAMES = Field.optional(
            "names",
            new TableType<>(
                    HOST_NAME,
                    ListType.oneOrMore(new EitherType<>(ADDRESS_WORD, ADDRESS_ANSWER)),
                    (name, answers, key) -> Optional.of(new Answers<>(name, answers, key))),
            "none",
            "The answers by full name; of a list one for each question, the last one stays. Any other name does not"
                    + " exist.",
            "{ www.example: 192.0.2.20, late.example: { addresses: [192.0.2.21], after: 3s }, gone.example: nxdomain }");
    private static final Field<ImmutableList<Answers<IpAddress>>> REVERSE = Field.optional(
            "reverse",
            new TableType<>(
                    ADDRESS,
                    ListType.oneOrMore(new EitherType<>(NAME_WORD, NAME_ANSWER)),
                    (address, answers, key) -> Optional.of(new Answers<>(address, answers, key))),
            "none",
            "The answers by address, for WskGetNameInfo.",
            "{ 192.0.2.20: www.example }");

    /** What DNS knows. */
    static final ElementType<DnsScript> DNS = ElementType.of(
            "dns",
            "The DNS that the driver's host asks: a script, without packets.",
            ImmutableList.of(DOMAIN, NAMES, REVERSE),
            DnsElement::script);

    /**
     * A row of a table.
     *
     * @param <K> what is asked for
     * @param question what is asked for
     * @param answers the answers in turn
     * @param key where it is written
     */
    private record Answers<K>(K question, ImmutableList<DnsAnswer> answers, Node.Scalar key) {}

    private DnsElement() {}

    private static DnsScript script(Bound dns) {
        ImmutableMap.Builder<String, ImmutableList<DnsAnswer>> names = ImmutableMap.builder();
        Map<Object, Node.Scalar> seen = new LinkedHashMap<>();
        for (Answers<String> row : dns.get(NAMES, ImmutableList.of())) {
            String name = row.question().endsWith(".")
                    ? row.question().substring(0, row.question().length() - 1)
                    : row.question();
            if (isNew(Ascii.toLowerCase(name), row.key(), seen, dns.problems())) {
                names.put(name, row.answers());
            }
        }
        ImmutableMap.Builder<IpAddress, ImmutableList<DnsAnswer>> reverse = ImmutableMap.builder();
        for (Answers<IpAddress> row : dns.get(REVERSE, ImmutableList.of())) {
            if (isNew(row.question(), row.key(), seen, dns.problems())) {
                reverse.put(row.question(), row.answers());
            }
        }
        return new DnsScript(dns.find(DOMAIN), names.buildOrThrow(), reverse.buildOrThrow());
    }

    private static boolean isNew(Object question, Node.Scalar key, Map<Object, Node.Scalar> seen, Problems problems) {
        Node.Scalar first = seen.putIfAbsent(question, key);
        if (first != null) {
            problems.report(
                    key,
                    "'" + key.abridged() + "' is answered twice",
                    "it is the same as in " + first.position().lineSeenFrom(key.position())
                            + "; several answers in turn are a list behind one key");
        }
        return first == null;
    }

    private static String hostName(Node.Scalar scalar) throws BadTextException {
        if (!scalar.text().matches(HOST_PATTERN) || scalar.text().length() > MOST_CHARACTERS) {
            throw ScalarTypes.mismatch(
                    scalar,
                    "a host name",
                    "labels of letters, digits, '-' and '_', with dots between, 253 characters at most");
        }
        return scalar.text();
    }

    private static IpAddress address(Node.Scalar scalar) throws BadTextException {
        return IpAddress.parse(scalar.text())
                .orElseThrow(() -> ScalarTypes.mismatch(scalar, "an IPv4 or IPv6 address", ""));
    }

    private static DnsFailure failure(Node.Scalar scalar) throws BadTextException {
        DnsFailure failure = FAILURES.get(scalar.text());
        if (failure == null) {
            String hint = Suggestion.hint(scalar.text(), FAILURES.keySet(), "one of");
            throw ScalarTypes.mismatch(scalar, "a failure of DNS", hint);
        }
        return failure;
    }

    private static DnsAnswer addressWord(Node.Scalar scalar) throws BadTextException {
        if (FAILURES.containsKey(scalar.text())) {
            return new DnsAnswer.Failed(failure(scalar), SimDuration.ZERO);
        }
        IpAddress address = IpAddress.parse(scalar.text())
                .orElseThrow(() -> ScalarTypes.mismatch(
                        scalar,
                        "an address or a failure of DNS",
                        Suggestion.hint(scalar.text(), FAILURES.keySet(), "failures")));
        return new DnsAnswer.Addresses(Optional.empty(), ImmutableList.of(address), SimDuration.ZERO);
    }

    private static DnsAnswer nameWord(Node.Scalar scalar) throws BadTextException {
        return FAILURES.containsKey(scalar.text())
                ? new DnsAnswer.Failed(failure(scalar), SimDuration.ZERO)
                : new DnsAnswer.HostName(hostName(scalar), SimDuration.ZERO);
    }

    private static Optional<DnsAnswer> addresses(Bound answer) {
        answer.atMostOneOf(ADDRESSES, FAILS);
        if (answer.isWritten(CANONICAL_NAME) && answer.isWritten(FAILS)) {
            answer.report(CANONICAL_NAME, "an answer that fails has no canonical name", "remove it");
        }
        Optional<DnsAnswer> found = answer.find(ADDRESSES)
                .map(addresses -> new DnsAnswer.Addresses(answer.find(CANONICAL_NAME), addresses, delay(answer)));
        return found.or(() -> failed(answer, ADDRESSES));
    }

    private static Optional<DnsAnswer> hostOfAddress(Bound answer) {
        answer.atMostOneOf(NAME, FAILS);
        Optional<DnsAnswer> found = answer.find(NAME).map(name -> new DnsAnswer.HostName(name, delay(answer)));
        return found.or(() -> failed(answer, NAME));
    }

    private static Optional<DnsAnswer> failed(Bound answer, Field<?> records) {
        if (!answer.isWritten(FAILS) && !answer.isWritten(records)) {
            answer.report(
                    "this answer says nothing",
                    "write '" + records.name() + "' or 'fails', for example fails: nxdomain");
            return Optional.empty();
        }
        Optional<DnsFailure> failure = answer.find(FAILS);
        boolean timeless =
                failure.isPresent() && (failure.get() == DnsFailure.NO_ANSWER || failure.get() == DnsFailure.NOT_READY);
        if (timeless && answer.isWritten(AFTER)) {
            answer.report(
                    AFTER,
                    "'after' means nothing here: no answer comes",
                    failure.get() == DnsFailure.NO_ANSWER ? "the resolver gives up after 10 s" : "it fails at once");
        }
        return failure.map(why -> new DnsAnswer.Failed(why, delay(answer)));
    }

    private static SimDuration delay(Bound answer) {
        return answer.get(AFTER, SimDuration.ZERO);
    }
}
