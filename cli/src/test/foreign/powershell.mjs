// Has tree-sitter's grammar of PowerShell read a script: node powershell.mjs FILE
//
// Prints what it does not understand, a line each, and nothing when it is content.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Language, Parser } from "web-tree-sitter";

const [file] = process.argv.slice(2);
await Parser.init();
const grammar = fileURLToPath(import.meta.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm"));
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

function complain(node) {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    console.log(`${row + 1}:${column + 1}: ${node.isMissing ? `no ${node.type}` : node.text}`);
  }
  node.children.forEach(complain);
}
complain(parser.parse(readFileSync(file, "utf8")).rootNode);
