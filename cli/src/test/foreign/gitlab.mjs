// Has gitlab-ci-local, which knows GitLab's schema, read a pipeline: node gitlab.mjs FOLDER
//
// The folder has a .gitlab-ci.yml. Prints a line for each job, name first, or what is wrong with the file.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [folder] = process.argv.slice(2);
const program = fileURLToPath(import.meta.resolve("gitlab-ci-local/src/index.js"));
const { stdout, stderr } = spawnSync(process.execPath, [program, "--list-csv"], { cwd: folder, encoding: "utf8" });
console.log(`${stdout}${stderr}`.replace(/\u200b/g, ""));
