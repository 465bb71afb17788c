// Has Mermaid's own parser read diagrams: node diagrams.mjs FILE...
//
// Prints a line for each file: its kind, its participants, and how many arrows and notes Mermaid has found in it.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

// Mermaid is made for browsers and looks for their document when it is loaded.
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  await mermaid.parse(text);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const messages = diagram.db.getMessages();
  const arrows = messages.filter((message) => message.from && message.to && message.placement === undefined).length;
  const notes = messages.filter((message) => message.placement !== undefined).length;
  console.log(`${diagram.type}: ${[...diagram.db.getActors().values()].map((actor) => actor.description).join(", ")}; ${arrows} arrows, ${notes} notes`);
}
process.exit(0);
