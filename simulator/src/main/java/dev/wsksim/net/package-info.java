/**
 * The virtual network: hosts, the links between them, and the wiring of both, in RFC words.
 *
 * <p>Read upwards: {@code address}, then {@code packet}, then {@code icmp} and {@code link}, then {@code tcp}, then
 * {@code host}, then {@code peer}. Nothing here knows what an IRP or an NTSTATUS is: outcomes are handed up in the
 * network's own words.
 */
@NullMarked
package dev.wsksim.net;

import org.jspecify.annotations.NullMarked;
