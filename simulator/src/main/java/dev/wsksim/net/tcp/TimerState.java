package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimTime;

/**
 * What a connection waits for, and until when.
 *
 * @param what what happens when the time is up: {@code connect}, {@code retransmit}, {@code probe-window},
 *     {@code keep-alive}, {@code fin-wait-2} or {@code time-wait}
 * @param at when that is
 */
public record TimerState(String what, SimTime at) {}
