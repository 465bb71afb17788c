package dev.wsksim.export.diagram;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.LinkEnds;
import dev.wsksim.export.diagram.Note.Tone;
import dev.wsksim.kernel.WindowsStopped;
import dev.wsksim.kernel.io.IrpCancelRequested;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.net.link.PacketCorrupted;
import dev.wsksim.net.link.PacketDelivered;
import dev.wsksim.net.link.PacketDropped;
import dev.wsksim.net.link.PacketHeld;
import dev.wsksim.net.link.PacketReleased;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.link.PartitionChanged;
import dev.wsksim.net.tcp.ProbeSent;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a trace entry by entry and picks what a diagram shows of it. */
final class DiagramBuilder {

    private final List<String> hosts;
    private final String driverHost;
    private final PacketLabels labels = new PacketLabels();
    /** What makes each event, since the ends of an arrow come to light behind it. */
    private final List<Supplier<DiagramEvent>> events = new ArrayList<>();

    private final Map<Long, Sending> sendings = new LinkedHashMap<>();
    /** What the segments are that follow from these entries. */
    private final Map<Long, String> probes = new LinkedHashMap<>();

    /** A packet that was sent, and what became of it so far. */
    private record Sending(String label, int from, ImmutableList.Builder<ArrowEnd> ends) {}

    DiagramBuilder(List<String> hosts, String driverHost) {
        this.hosts = new ArrayList<>(hosts);
        this.driverHost = driverHost;
    }

    void add(TraceEntry entry) {
        TraceRecord record = entry.record();
        if (record instanceof PacketSent sent) {
            addArrow(entry, sent);
        } else if (record instanceof PacketDelivered delivered) {
            addEnd(delivered.number(), new ArrowEnd(entry.number(), entry.timeNanos(), ""));
        } else if (record instanceof PacketDropped dropped) {
            addEnd(dropped.number(), new ArrowEnd(entry.number(), entry.timeNanos(), visible(dropped.reason())));
        } else if (record instanceof ProbeSent probe) {
            probes.put(entry.number(), probe.what());
        } else if (!addDriverNote(entry, record) && !addPacketNote(entry, record)) {
            addHostNote(entry, record);
        }
    }

    private void addArrow(TraceEntry entry, PacketSent sent) {
        LinkEnds ends = LinkEnds.of(sent.link());
        int from = column(ends.from());
        int to = column(ends.to());
        String label = visible(labels.of(sent, probes.getOrDefault(entry.cause(), "")));
        String detail = visible(sent.describe());
        Sending sending = new Sending(label, from, ImmutableList.builder());
        sendings.put(sent.number(), sending);
        events.add(() -> new Arrow(
                entry.number(),
                entry.timeNanos(),
                from,
                to,
                label,
                detail,
                sending.ends().build()));
    }

    private void addEnd(long packet, ArrowEnd end) {
        Sending sending = sendings.get(packet);
        if (sending != null) {
            sending.ends().add(end);
        }
    }

    private boolean addDriverNote(TraceEntry entry, TraceRecord record) {
        if (record instanceof WskCallEntered entered) {
            String irp = entered.irp() == 0 ? "" : " with IRP " + entered.irp();
            addNote(entry, column(driverHost), entered.function().name() + " called" + irp, Tone.CALL);
        } else if (record instanceof WskCallReturned || record instanceof IrpCancelRequested) {
            addNote(entry, column(driverHost), record.describe(), Tone.CALL);
        } else if (record instanceof IrpCompleted completed) {
            String text = "IRP " + completed.irp() + " completed: " + completed.status();
            addNote(entry, column(driverHost), text, Tone.COMPLETION);
        } else if (record instanceof WindowsStopped) {
            addNote(entry, column(driverHost), record.describe(), Tone.STOP);
        } else {
            return false;
        }
        return true;
    }

    /** Adds a note, where a packet was sent, on what its link does to it. */
    private boolean addPacketNote(TraceEntry entry, TraceRecord record) {
        if (record instanceof PacketCorrupted corrupted) {
            addPacketNote(entry, corrupted.number(), "corrupted", " (" + corrupted.change() + ")");
        } else if (record instanceof PacketHeld held) {
            addPacketNote(entry, held.number(), "held", "");
        } else if (record instanceof PacketReleased released) {
            addPacketNote(entry, released.number(), "released", "");
        } else {
            return false;
        }
        return true;
    }

    private void addPacketNote(TraceEntry entry, long packet, String what, String rest) {
        Sending sending = sendings.get(packet);
        if (sending != null) {
            addNote(entry, sending.from(), what + ": " + sending.label() + rest, Tone.NETWORK);
        }
    }

    private void addHostNote(TraceEntry entry, TraceRecord record) {
        @Nullable String host = HostNotes.hostOf(record);
        if (host != null) {
            addNote(entry, column(host), record.describe(), Tone.NETWORK);
        } else if (record instanceof PartitionChanged && !hosts.isEmpty()) {
            addNote(entry, 0, record.describe(), Tone.NETWORK);
        }
    }

    private void addNote(TraceEntry entry, int column, String text, Tone tone) {
        Note note = new Note(entry.number(), entry.timeNanos(), column, visible(text), tone);
        events.add(() -> note);
    }

    /** Returns the column of a host, also where it is named with one of its interfaces. */
    private int column(String name) {
        int index = hosts.indexOf(name);
        int dot = name.lastIndexOf('.');
        if (index < 0 && dot > 0) {
            index = hosts.indexOf(name.substring(0, dot));
        }
        if (index < 0) {
            index = hosts.size();
            hosts.add(name);
        }
        return index;
    }

    Diagram diagram(String title) {
        return new Diagram(
                visible(title),
                hosts.stream().map(DiagramBuilder::visible).collect(ImmutableList.toImmutableList()),
                events.stream().map(Supplier::get).collect(ImmutableList.toImmutableList()));
    }

    /** Returns a text of one line in which no character controls anything. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean hidden = Character.isISOControl(point) || type == Character.FORMAT || type == Character.SURROGATE;
            visible.appendCodePoint(hidden ? '?' : point);
        });
        return visible.toString();
    }
}
