package dev.wsksim.scenario.model;

import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.Release;

/** What can happen to one direction of a link. */
public sealed interface LinkChange {

    /**
     * Packets are lost from now on, or pass again.
     *
     * @param up whether they pass
     */
    record State(boolean up) implements LinkChange {
        @Override
        public String toString() {
            return up ? "up" : "down";
        }
    }

    /**
     * Other conditions hold from now on.
     *
     * @param configuration the conditions
     */
    record Conditions(LinkConfiguration configuration) implements LinkChange {
        @Override
        public String toString() {
            return "conditions " + configuration.describe();
        }
    }

    /**
     * Some packets are kept from now on.
     *
     * @param match which ones
     */
    record Hold(PacketMatch match) implements LinkChange {
        @Override
        public String toString() {
            return "hold " + match;
        }
    }

    /**
     * Packets that were kept go on.
     *
     * @param release which ones, and in which order
     */
    record Let(Release release) implements LinkChange {
        @Override
        public String toString() {
            return "release " + release;
        }
    }
}
