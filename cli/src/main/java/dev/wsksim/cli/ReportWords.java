package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.report.KindText;
import dev.wsksim.scenario.run.FindingKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Explains the words of reports that are no names of WSK: the kinds of findings, and what can be left over. */
final class ReportWords {

    private ReportWords() {}

    /** Returns what writes about a word; empty when it is none. */
    static Optional<Consumer<TextLayout>> about(String name) {
        return leftOver(name)
                .<Consumer<TextLayout>>map(left -> layout -> addLeftOver(layout, left))
                .or(() -> kind(name).map(kind -> layout -> addKind(layout, kind)));
    }

    /** Returns all words. */
    static ImmutableList<String> names() {
        return ImmutableList.<String>builder()
                .addAll(Arrays.stream(LeftOver.values()).map(LeftOver::word).toList())
                .addAll(Arrays.stream(FindingKind.values())
                        .map(FindingKind::label)
                        .toList())
                .build();
    }

    private static Optional<LeftOver> leftOver(String name) {
        return Arrays.stream(LeftOver.values())
                .filter(left -> left.word().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<FindingKind> kind(String name) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.label().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void addLeftOver(TextLayout layout, LeftOver left) {
        layout.title(left.word(), "what can be left over at the end of a run");
        layout.heading("What it is").paragraph(what(left));
        layout.heading("What ends it").paragraph(whatEnds(left));
        layout.heading("Where the scenario means to leave it");
        layout.verbatim("expect:");
        layout.verbatim("  left-over: [" + left.word() + "]");
    }

    private static void addKind(TextLayout layout, FindingKind kind) {
        layout.title(kind.label(), "a kind of finding");
        layout.heading("What it says").paragraph(KindText.of(kind));
        layout.heading("What becomes of the run");
        layout.paragraph(
                kind.isInconclusive()
                        ? "It is inconclusive (exit code 3): what Windows would do is not known."
                        : "It has failed (exit code 1).");
        layout.heading("How to read a report").paragraph("docs/failures.md tells, with examples.");
        if (kind == FindingKind.LEFT_OVER) {
            layout.heading("What can be left over")
                    .paragraph(String.join(
                                    ", ",
                                    Arrays.stream(LeftOver.values())
                                            .map(LeftOver::word)
                                            .toList())
                            + "; 'wsksim explain open-socket' and so on say more.");
        }
    }

    private static String what(LeftOver left) {
        return switch (left) {
            case OPEN_SOCKET -> "A socket that WSK has delivered and that was never closed.";
            case PENDING_IRP -> "An IRP that was handed to WSK and has not been completed.";
            case UNFREED_IRP -> "An IRP that the driver has allocated, and not freed although it was completed.";
            case RETAINED_INDICATION ->
                "Received data that WSK has lent to the driver: its callback returned STATUS_PENDING to keep it.";
            case CACHED_DESCRIPTOR -> "A security descriptor that WSK has copied for the driver, with WSK_CACHE_SD.";
            case ADDRESS_LIST -> "A list of addresses that WskGetAddressInfo has delivered.";
            case CAPTURED_NPI -> "A provider NPI that WskCaptureProviderNPI has handed out.";
            case REGISTRATION -> "The driver's registration as a WSK client.";
            case RAISED_IRQL ->
                "A thread of the driver that has called KeRaiseIrql and was not brought back to PASSIVE_LEVEL.";
            case OPEN_CONNECTION -> "A TCP connection of scripted ends that is neither closed nor in TIME-WAIT.";
            case UNREAD_DATA -> "Data that came to a scripted end of a connection, which has not read it.";
        };
    }

    private static String whatEnds(LeftOver left) {
        return switch (left) {
            case OPEN_SOCKET -> "WskCloseSocket, also after the connection was lost, and before WskDeregister.";
            case PENDING_IRP -> "What the request waits for, IoCancelIrp, or WskCloseSocket of its socket.";
            case UNFREED_IRP -> "IoFreeIrp, once the completion routine has run; or another use with IoReuseIrp.";
            case RETAINED_INDICATION -> "WskRelease, once the driver is done with the data.";
            case CACHED_DESCRIPTOR -> "WSK_RELEASE_SD, once for each WSK_CACHE_SD.";
            case ADDRESS_LIST -> "WskFreeAddressInfo.";
            case CAPTURED_NPI -> "WskReleaseProviderNPI, once for each capture.";
            case REGISTRATION -> "WskDeregister, once the NPI is released and all sockets are closed.";
            case RAISED_IRQL -> "KeLowerIrql, with what KeRaiseIrql returned, in the same thread.";
            case OPEN_CONNECTION -> "A close at both ends, or a reset.";
            case UNREAD_DATA -> "An end that reads it, such as 'data: discard'.";
        };
    }
}
