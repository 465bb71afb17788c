/**
 * What the provider keeps for one registered driver: the client object, its cached security descriptors, and the
 * transports it may use.
 */
@NullMarked
package dev.wsksim.wsk.client;

import org.jspecify.annotations.NullMarked;
