/**
 * Names of hosts and services: the files {@code hosts} and {@code services}, a scripted DNS, and the resolver of one host
 * that asks them on the virtual clock.
 */
@NullMarked
package dev.wsksim.net.name;

import org.jspecify.annotations.NullMarked;
