/** Registration with WSK: the provider and the five registration functions. */
@NullMarked
package dev.wsksim.wsk.provider;

import org.jspecify.annotations.NullMarked;
