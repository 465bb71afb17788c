/**
 * TCP by RFC 9293 as far as connecting and closing needs it, cut by role: active open, passive open, arrivals, close,
 * timers.
 */
@NullMarked
package dev.wsksim.net.tcp;

import org.jspecify.annotations.NullMarked;
