package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFunction;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages of all functions that are simulated.
 *
 * <p>Those of the functions that take control codes name all codes and options, whose tables take longer to make than a scenario to read;
 * they are made when one of these functions is asked for.
 */
public final class FunctionPages {
    private FunctionPages() {}

    /** The pages of functions without control codes. */
    private static final class Plain {
        private static final ImmutableMap<WskFunction, FunctionPage> PAGES = byFunction(Stream.of(
                        RegistrationPages.all(),
                        SocketPages.all(),
                        DatagramPages.all(),
                        StreamPages.all(),
                        ListenPages.all(),
                        NamePages.all())
                .flatMap(pages -> pages.stream()));
    }

    /** The pages of functions with control codes. */
    private static final class WithControls {
        private static final ImmutableMap<WskFunction, FunctionPage> PAGES =
                byFunction(ControlFunctionPages.all().stream());
    }

    private static ImmutableMap<WskFunction, FunctionPage> byFunction(Stream<FunctionPage> pages) {
        return pages.map(FunctionPages::withFault)
                .collect(ImmutableMap.toImmutableMap(FunctionPage::function, page -> page));
    }

    private static FunctionPage withFault(FunctionPage page) {
        return WskFault.isPossibleFor(page.function())
                ? page.withResult(
                        NtStatus.STATUS_INSUFFICIENT_RESOURCES,
                        "Only where a fault is ordered; one of the \"other status codes\" of the page.")
                : page;
    }

    /** Returns the page of a function; empty for one that is not simulated. */
    public static Optional<FunctionPage> of(WskFunction function) {
        FunctionPage plain = Plain.PAGES.get(function);
        return plain != null ? Optional.of(plain) : Optional.ofNullable(WithControls.PAGES.get(function));
    }
}
