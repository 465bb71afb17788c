/** The small worlds in which tests of WSK play: hosts, links, peers, a registered driver, and an audit at the end. */
package dev.wsksim.testing;
