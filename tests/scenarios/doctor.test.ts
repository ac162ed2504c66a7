import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "./run/cli.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "walkforward doctor "));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Report {
  readonly findings: readonly { readonly name: string; readonly ok: boolean; readonly found: string }[];
}

test("all is well in an empty folder; JSON alone on stdout", async () => {
  const { code, stdout, stderr } = await cli(["doctor", "--json"], { cwd: dir });
  expect([code, stderr]).toEqual([0, ""]);
  const { findings } = JSON.parse(stdout) as Report;
  expect(findings.map(({ name }) => name)).toEqual(["node", "sandbox", "compiler", "market data", "reports", "keys"]);
  expect(findings.every(({ ok }) => ok)).toBe(true);
});

test("a damaged models.yaml is one finding among the others, exit code 3", async () => {
  writeFileSync(join(dir, "models.yaml"), "models: 5\n");
  const { code, stdout } = await cli(["doctor", "--json"], { cwd: dir });
  expect(code).toBe(3);
  const bad = (JSON.parse(stdout) as Report).findings.filter(({ ok }) => !ok);
  expect(bad).toEqual([{ name: "models.yaml", ok: false, found: expect.stringContaining("models") }]);
});
