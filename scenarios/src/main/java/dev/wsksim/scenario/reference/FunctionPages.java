package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFunction;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of all functions that are simulated, in the order of {@link WskFunction}. */
public final class FunctionPages {
    private static final ImmutableMap<WskFunction, FunctionPage> PAGES = Stream.of(
                    RegistrationPages.all(),
                    SocketPages.all(),
                    DatagramPages.all(),
                    StreamPages.all(),
                    ListenPages.all(),
                    ControlFunctionPages.all(),
                    NamePages.all())
            .flatMap(pages -> pages.stream())
            .sorted((a, b) -> a.function().compareTo(b.function()))
            .map(FunctionPages::withFault)
            .collect(ImmutableMap.toImmutableMap(FunctionPage::function, page -> page));

    private FunctionPages() {}

    private static FunctionPage withFault(FunctionPage page) {
        return WskFault.isPossibleFor(page.function())
                ? page.withResult(
                        NtStatus.STATUS_INSUFFICIENT_RESOURCES,
                        "Only where a fault is ordered; one of the \"other status codes\" of the page.")
                : page;
    }

    /** Returns the page of a function; empty for one that is not simulated. */
    public static Optional<FunctionPage> of(WskFunction function) {
        return Optional.ofNullable(PAGES.get(function));
    }
}
