/**
 * Who holds which local transport address, and whether somebody else may have it too: the bind matrix of the page
 * sharing-transport-addresses, with its access check.
 */
@NullMarked
package dev.wsksim.wsk.sharing;

import org.jspecify.annotations.NullMarked;
