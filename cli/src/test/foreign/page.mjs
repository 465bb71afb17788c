// Opens the page of --html in Chromium as a person does, by keyboard alone, and has axe look at it:
//
//   node page.mjs BROWSER PAGE [FOLDER]
//
// Prints a line for each broken rule of axe, in light and in dark, of the summary and of the viewer; one for each step by
// keyboard that did not do what it should; and at the end how much was looked at. With a folder it leaves pictures there.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page, folder] = process.argv.slice(2);
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath, args });
let passes = 0;
const asked = [];

async function look(tab, what) {
  await tab.evaluate(axe);
  const { violations, passes: held } = await tab.evaluate(() => window.axe.run());
  passes += held.length;
  for (const { id, help, nodes } of violations) {
    console.log(`${what}: ${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  }
  if (folder) {
    await tab.screenshot({ path: `${folder}/${what}.png` });
  }
}

// What a reader does who has no mouse; each line that is printed is something that did not happen.
async function walk(tab) {
  const expect = async (what, condition) => {
    try {
      await tab.waitForFunction(condition, undefined, { timeout: 5000 });
    } catch {
      console.log(`by keyboard: ${what} did not happen`);
    }
  };
  const selected = () => tab.evaluate(() => document.querySelector("#rows [aria-selected=true]")?.textContent);
  await tab.focus("#find-run");
  await tab.keyboard.type("closed");
  await expect("finding a run by a part of its name", () => /^1 of /.test(document.querySelector("#run-count").textContent));
  for (let i = 0; i < 20 && !(await tab.evaluate(() => document.activeElement.matches("#run-rows a"))); i++) {
    await tab.keyboard.press("Tab");
  }
  await tab.keyboard.press("Enter");
  await expect("opening it", () => document.activeElement.id === "viewer-title");
  for (let i = 0; i < 40 && !(await tab.evaluate(() => document.activeElement.id === "rows")); i++) {
    await tab.keyboard.press("Tab");
  }
  await expect("coming to the entries", () => document.activeElement.id === "rows");
  const first = await selected();
  await tab.keyboard.press("ArrowDown");
  await tab.waitForTimeout(200);
  if ((await selected()) === first) {
    console.log("by keyboard: moving to the next entry did not happen");
  }
  await tab.keyboard.press("End");
  await tab.waitForTimeout(200);
  const last = await selected();
  await tab.keyboard.press("ArrowDown");
  await tab.waitForTimeout(200);
  if (last === first || (await selected()) !== last) {
    console.log("by keyboard: coming to the end did not happen");
  }
}

for (const colorScheme of ["light", "dark"]) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 1000 } });
  const tab = await context.newPage();
  tab.on("request", (request) => asked.push(request.url()));
  tab.on("pageerror", (error) => console.log(`${colorScheme}: the script failed: ${error.message}`));
  await tab.goto(pathToFileURL(page).href);
  await look(tab, `summary-${colorScheme}`);
  await walk(tab);
  await look(tab, `viewer-${colorScheme}`);
  await tab.emulateMedia({ media: "print" });
  await look(tab, `print-${colorScheme}`);
  await context.close();
}

await browser.close();
for (const url of asked.filter((url) => !/^(file|data|blob):/.test(url))) {
  console.log(`the page asked for ${url}`);
}
console.log(`${passes > 0 ? "looked at" : "saw nothing"}`);
