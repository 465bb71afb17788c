package dev.wsksim.verifier.waits;

import dev.wsksim.engine.SimTime;

/**
 * Somebody who waits, or something that is waited for.
 *
 * @param id what edges call it; unique in its graph
 * @param kind what it is
 * @param label what it is, for people, such as {@code IRP 2 of WskReceive on socket 1}
 * @param since since when it waits, is pending, is held or runs
 * @param entry the number of the trace entry that says so; 0 where none does
 * @param line the line of the scenario from which it comes; 0 where that is not known
 * @param file the included file that the line stands in, seen from the folder of the scenario; empty for the scenario's own
 * @param releasedBy what would release it, as the subject of a sentence; empty where that follows from what it waits for
 */
public record WaitNode(
        String id, Kind kind, String label, SimTime since, long entry, int line, String file, String releasedBy) {

    /** Makes one that comes from the scenario's own file, or from nowhere. */
    public WaitNode(String id, Kind kind, String label, SimTime since, long entry, int line, String releasedBy) {
        this(id, kind, label, since, entry, line, "", releasedBy);
    }

    /** The kinds of things that wait or are waited for; the labels are stable names for machine-readable results. */
    public enum Kind {
        /** A step of a scenario. */
        STEP("step"),
        /** A thread that waits for an event object. */
        THREAD("thread"),
        /** A call that has not returned. */
        CALL("call"),
        /** An IRP that a provider has. */
        IRP("irp"),
        /** An event object that is not signalled. */
        EVENT("event"),
        /** An event callback that runs. */
        CALLBACK("callback"),
        /** A socket that is open. */
        SOCKET("socket"),
        /** A captured provider NPI. */
        CAPTURE("capture"),
        /** An end of a connection that plays by script. */
        CONNECTION_END("connection-end"),
        /** Anything else. */
        OTHER("other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the stable name. */
        public String label() {
            return label;
        }
    }
}
