package dev.wsksim.scenario.report.html;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says where each entry of a trace is drawn: on which lifeline, to which other one, and in which words.
 *
 * <p>Lifelines are the threads of the driver, the Winsock Kernel, and the hosts. Records are told apart by their kinds
 * and fields, as any reader of the JSON trace does, so that a record of a new kind has its place, too.
 */
final class Lanes {
    private static final String WSK = "Winsock Kernel";
    private static final String DRIVER = "driver";

    private final List<String> hosts;
    private final Map<String, Integer> threads = new LinkedHashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final Deque<OpenCall> open = new ArrayDeque<>();
    /** What the driver does is drawn here when no thread of it is known. */
    private String thread = DRIVER;

    /** A call that has not returned. */
    private record OpenCall(String function, String thread) {}

    /** Where an entry is drawn, before the numbers of the lifelines are known. */
    private record Placed(String from, String to, String label, boolean main, String entity) {}

    /**
     * Where an entry is drawn.
     *
     * @param from the number of its lifeline, from 0
     * @param to the number of the other lifeline; -1 where there is none
     * @param label what is written there; empty where the text of the record is
     * @param main whether it is one of those that a reader wants to see first
     * @param entity the object of which it tells the state; empty for none
     */
    record Place(int from, int to, String label, boolean main, String entity) {}

    /** Takes the hosts from left to right. */
    Lanes(List<String> hosts) {
        this.hosts = new ArrayList<>(hosts);
    }

    /** Takes the next entry of the trace. */
    void add(TraceEntry entry) {
        Fields fields = new Fields();
        entry.record().visit(fields);
        placed.add(place(entry, fields));
    }

    /** Returns the names of the lifelines. */
    ImmutableList<String> names() {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        if (threads.isEmpty()) {
            return names.addAll(hosts).build();
        }
        threads.keySet().forEach(name -> names.add("thread " + name));
        return names.add(WSK).addAll(hosts).build();
    }

    /** Returns where an entry is drawn, by its place in the trace. */
    Place of(int index) {
        Placed at = placed.get(index);
        return new Place(
                number(at.from()), at.to().isEmpty() ? -1 : number(at.to()), at.label(), at.main(), at.entity());
    }

    private int number(String name) {
        if (threads.isEmpty()) {
            return Math.max(0, hosts.indexOf(name));
        }
        Integer ofThread = name.equals(DRIVER) ? Integer.valueOf(0) : threads.get(name);
        if (ofThread != null) {
            return ofThread;
        }
        return threads.size() + (name.equals(WSK) ? 0 : 1 + Math.max(0, hosts.indexOf(name)));
    }

    private Placed place(TraceEntry entry, Fields fields) {
        String kind = entry.record().kind();
        return switch (kind) {
            case "call-entered" -> entered(fields);
            case "call-returned" -> returned(fields);
            case "callback-entered" -> new Placed(WSK, thread(), fields.text("callback"), true, fields.object());
            case "callback-returned" ->
                new Placed(
                        thread(),
                        WSK,
                        fields.text("callback") + " returned " + fields.text("returned"),
                        true,
                        fields.object());
            case "irp-completed" ->
                new Placed(
                        WSK, thread(), fields.object() + " completed: " + fields.text("status"), true, fields.object());
            case "irp-cancel-requested" ->
                new Placed(thread(), WSK, entry.record().describe(), true, fields.object());
            case "packet-sent" -> packet(fields, fields.text("flags"), true);
            case "packet-delivered", "packet-dropped", "packet-held", "packet-released", "packet-corrupted" ->
                packet(fields, "", false);
            case "tcp-state-changed" ->
                new Placed(
                        host(fields), "", fields.text("from") + " -> " + fields.text("to"), false, connection(fields));
            case "step", "bug-check" -> new Placed(thread(), "", "", true, "");
            default -> other(entry, fields);
        };
    }

    private Placed entered(Fields fields) {
        thread = fields.text("thread");
        threads.putIfAbsent(thread, threads.size());
        String function = fields.text("function");
        open.push(new OpenCall(function, thread));
        String irp = fields.irp == 0 ? "" : " with IRP " + fields.irp;
        return new Placed(thread, WSK, function + irp, true, fields.object());
    }

    private Placed returned(Fields fields) {
        String function = fields.text("function");
        String caller = thread();
        for (Iterator<OpenCall> calls = open.iterator(); calls.hasNext(); ) {
            OpenCall call = calls.next();
            if (call.function().equals(function)) {
                caller = call.thread();
                calls.remove();
                break;
            }
        }
        return new Placed(WSK, caller, function + " returned " + fields.text("status"), true, fields.object());
    }

    private Placed packet(Fields fields, String flags, boolean main) {
        String link = fields.text("link");
        int arrow = link.indexOf(" > ");
        if (arrow < 0) {
            return new Placed(host(fields), "", "", main, "");
        }
        String length = fields.length > 0 ? " len " + fields.length : "";
        return new Placed(
                known(link.substring(0, arrow)),
                known(link.substring(arrow + 3)),
                flags.isEmpty() ? "" : flags + length,
                main,
                "");
    }

    private Placed other(TraceEntry entry, Fields fields) {
        TraceLayer layer = entry.record().layer();
        String host = layer == TraceLayer.NET ? host(fields) : layer == TraceLayer.WSK ? WSK : thread();
        return new Placed(host, "", "", false, fields.object());
    }

    private String thread() {
        return thread;
    }

    private String host(Fields fields) {
        String host = fields.text("host");
        if (host.isEmpty()) {
            String link = fields.text("link");
            int arrow = link.indexOf(" > ");
            host = arrow < 0 ? "" : link.substring(0, arrow);
        }
        return host.isEmpty() ? hosts.isEmpty() ? DRIVER : hosts.get(0) : known(host);
    }

    /** Returns the host of a name, which may also name one of its interfaces; a host that only the trace knows is added. */
    private String known(String name) {
        int dot = name.lastIndexOf('.');
        if (!hosts.contains(name) && dot > 0 && hosts.contains(name.substring(0, dot))) {
            return name.substring(0, dot);
        }
        if (!hosts.contains(name)) {
            hosts.add(name);
        }
        return name;
    }

    private static String connection(Fields fields) {
        return fields.text("host") + " TCP " + fields.text("local") + " > " + fields.text("remote");
    }

    /** Keeps the fields of a record that matter here. */
    private static final class Fields implements FieldVisitor {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private long irp;
        private long socket;
        private long length;

        String text(String name) {
            return texts.getOrDefault(name, "");
        }

        String object() {
            return irp != 0 ? "IRP " + irp : socket != 0 ? "socket " + socket : "";
        }

        @Override
        public void text(String name, String value) {
            texts.putIfAbsent(name, value);
        }

        @Override
        public void number(String name, long value) {
            switch (name) {
                case "irp" -> irp = value;
                case "socket" -> socket = value;
                case "length" -> length = value;
                default -> {}
            }
        }

        @Override
        public void flag(String name, boolean value) {}

        @Override
        public void nanos(String name, long nanos) {}
    }
}
