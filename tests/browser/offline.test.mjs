// The pages need no network: they are opened in a network namespace of their own,
// in which there is none.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "offline.mjs");
const inNamespace = (command) => spawnSync("unshare", ["--net", ...(process.getuid() === 0 ? [] : ["--map-root-user"]), "sh", "-c", `ip link set lo up && ${command}`], { encoding: "utf8" });

test("every page is whole without a network", (t) => {
  const may = inNamespace("true");
  if (may.status !== 0) {
    t.skip(`SKIPPED: no network namespace can be made here (${(may.error ?? may.stderr).toString().trim()}); it takes root, unshare and ip`);
    return;
  }
  const run = inNamespace(`exec ${process.execPath} ${script}`);
  assert.equal(run.status, 0, run.stdout + run.stderr);
  t.diagnostic(run.stdout.trim());
});
