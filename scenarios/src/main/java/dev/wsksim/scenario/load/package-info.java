/**
 * Reads scenario files strictly: all that is wrong with a file is told at once, each with its place and a hint.
 *
 * <p>The way of a file: {@code SourceReader} turns bytes into text, {@code YamlTree} turns text into nodes
 * with positions, {@code Matrix} makes one tree per variant, {@code ScenarioElement} and its companions bind the tree
 * to the model by tables of fields, and {@code ScenarioCheck} looks for names that mean nothing and steps that cannot
 * happen. The JSON Schema and the language reference come from the same tables.
 */
@NullMarked
package dev.wsksim.scenario.load;

import org.jspecify.annotations.NullMarked;
