/**
 * IP addresses of both families, prefixes and endpoints, with their strict text forms.
 */
@NullMarked
package dev.wsksim.net.address;

import org.jspecify.annotations.NullMarked;
