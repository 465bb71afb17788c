// Asks the YAML language server what an editor would show: node editor.mjs SCHEMA FILE QUESTION...
//
// A question is "diagnostics", "hover:LINE:COLUMN" or "completion:LINE:COLUMN", counted from 1. Prints each question and,
// indented, what the server answers.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const [schema, file, ...questions] = process.argv.slice(2);
const program = fileURLToPath(new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url));
const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const settings = {
  yaml: {
    schemas: { [pathToFileURL(schema).href]: ["*.yaml"] },
    schemaStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
    format: { enable: false },
  },
};

const pending = new Map();
const diagnostics = new Map();
let number = 0;
let received = Buffer.alloc(0);

function write(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function request(method, params) {
  const id = ++number;
  write({ id, method, params });
  return new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
}

const notify = (method, params) => write({ method, params });

function take(message) {
  if (message.method === "textDocument/publishDiagnostics") {
    diagnostics.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.method === "workspace/configuration") {
    write({ id: message.id, result: message.params.items.map((item) => settings[item.section] ?? null) });
  } else if (message.id !== undefined && message.method) {
    write({ id: message.id, result: null });
  } else if (pending.has(message.id)) {
    const { resolve, reject } = pending.get(message.id);
    pending.delete(message.id);
    message.error ? reject(new Error(message.error.message)) : resolve(message.result);
  }
}

server.stdout.on("data", (bytes) => {
  received = Buffer.concat([received, bytes]);
  for (;;) {
    const end = received.indexOf("\r\n\r\n");
    const length = end < 0 ? -1 : Number(/Content-Length: (\d+)/i.exec(received.toString("ascii", 0, end))[1]);
    if (end < 0 || received.length < end + 4 + length) {
      return;
    }
    const body = received.toString("utf8", end + 4, end + 4 + length);
    received = received.subarray(end + 4 + length);
    take(JSON.parse(body));
  }
});

// Words without what differs between machines: the address of the schema.
const plain = (text) => text.replaceAll(pathToFileURL(schema).href, "SCHEMA").trim();

const firstLine = (documentation) => plain(documentation?.value ?? documentation ?? "").split("\n")[0];

function shown(what, answer) {
  if (what === "diagnostics") {
    return answer.map((d) => `${d.range.start.line + 1}:${d.range.start.character + 1}: ${plain(d.message)}`);
  }
  if (what === "hover") {
    return answer ? plain(answer.contents.value).split("\n") : ["nothing"];
  }
  const items = answer.items ?? answer;
  return items.map((item) => `${item.label}: ${firstLine(item.documentation)}`).sort();
}

await request("initialize", { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true } } });
notify("initialized", {});
notify("workspace/didChangeConfiguration", { settings });
const uri = pathToFileURL(file).href;
const judged = new Promise((resolve) => diagnostics.set(uri, resolve));
const text = readFileSync(file, "utf8");
notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
const found = await judged;
for (const question of questions) {
  const [what, line, column] = question.split(":");
  const place = { textDocument: { uri }, position: { line: line - 1, character: column - 1 } };
  const answer = what === "diagnostics" ? found : await request(`textDocument/${what}`, place);
  console.log(question);
  shown(what, answer).forEach((told) => console.log(`  ${told}`.trimEnd()));
}
await request("shutdown", null);
notify("exit", null);
