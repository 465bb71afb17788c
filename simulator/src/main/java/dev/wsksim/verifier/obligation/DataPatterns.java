package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.misuse;
import static dev.wsksim.verifier.obligation.Entries.notVisible;

import com.google.common.collect.ImmutableList;

/** Misuses of data, addresses and security descriptors that were seen in public drivers. */
final class DataPatterns {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            misuse(
                    "R-95",
                    "A short receive is taken for a whole message.",
                    notVisible("where a message ends is known to the driver alone")),
            misuse(
                    "R-96",
                    "A receive of 0 bytes is not taken for the end, and is tried again for ever.",
                    notVisible("what a driver makes of it is its own code; a run that goes on for ever meets a limit,"
                            + " which is named")),
            misuse(
                    "R-97",
                    "How much was sent is not looked at, and everything is sent again.",
                    notVisible("which bytes a driver means to send is its own data")),
            misuse(
                    "R-98",
                    "Many receives with WSK_FLAG_WAITALL take few bytes each.",
                    notVisible("this costs time, and processors cost none here")),
            misuse(
                    "R-99",
                    "A buffer for an address is too small for IPv6.",
                    checked("where the variable is given a block of memory")),
            misuse(
                    "R-100",
                    "A socket is bound to the IPv4 wildcard whatever the family of the peer.",
                    checked("where the families differ")),
            misuse("R-101", "The family of RemoteAddress is not that of the socket.", checked()),
            misuse(
                    "R-102",
                    "A wrapper calls another function than its name says.",
                    notVisible("wrappers are the driver's own code")),
            misuse("R-103", "The length of control information leaves the padding out.", checked()),
            misuse(
                    "R-104",
                    "A sent datagram is taken for one that has arrived.",
                    notVisible("what a driver makes of a success is its own code")),
            misuse(
                    "R-105",
                    "Ports or addresses are in host byte order.",
                    notVisible("addresses are written as text here, or made by a constructor; there is no byte order")),
            misuse(
                    "R-106",
                    "A cached descriptor is released while sockets may still be made with it, or never.",
                    checked()),
            misuse("R-107", "A descriptor is passed that is not a cached one.", checked()),
            misuse(
                    "R-108",
                    "The original descriptor is freed before it was cached, or never.",
                    notVisible("the original is a Java object, copied before WSK_CACHE_SD returns")),
            misuse(
                    "R-109",
                    "The descriptor is cached on one of two ways only, so that some sockets have none.",
                    notVisible("a socket without a descriptor is legal")));

    private DataPatterns() {}
}
