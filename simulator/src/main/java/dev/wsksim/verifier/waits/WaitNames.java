package dev.wsksim.verifier.waits;

/** How a graph names what the trace knows by number only. */
public interface WaitNames {

    /** The names of the trace itself; nothing comes from a scenario. */
    WaitNames PLAIN = new WaitNames() {
        @Override
        public String socket(int number) {
            return "socket " + number;
        }

        @Override
        public int line(long entry) {
            return 0;
        }
    };

    /** Returns what people call the socket with this number. */
    String socket(int number);

    /** Returns the line of the scenario from which a trace entry follows, or 0. */
    int line(long entry);

    /** Returns the included file that this line stands in, seen from the folder of the scenario; empty for the scenario's own. */
    default String file(long entry) {
        return "";
    }
}
