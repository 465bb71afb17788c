/**
 * A scenario as immutable data: hosts, links, peers, driver, steps and expectations, each with its place in the file it
 * came from.
 *
 * <p>The loader fills this model from YAML and the runner plays it. A Java program can build the same model by hand;
 * see {@link dev.wsksim.scenario.model.Scenario#builder(String)}. Nothing here reads files or runs anything.
 */
@NullMarked
package dev.wsksim.scenario.model;

import org.jspecify.annotations.NullMarked;
