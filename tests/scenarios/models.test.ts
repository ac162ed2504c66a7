import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, expect, it } from "vitest";
import { modelsCommand } from "../../src/cli/commands/models.ts";
import type { Io } from "../../src/cli/io.ts";
import { type Behaviour, chat, refuse, startEndpoint } from "../adapters/models/endpoint.ts";

const cwd = mkdtempSync(join(tmpdir(), "models-"));
mkdirSync(join(cwd, "strategies", "baselines"), { recursive: true });
mkdirSync(join(cwd, "strategies", "replays", "able"), { recursive: true });
writeFileSync(join(cwd, "strategies", "baselines", "cash.ts"), "");
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const key = "sk-secret-0123456789";

async function run(...args: string[]): Promise<{ out: string; err: string; code: number | null }> {
  let out = "";
  let err = "";
  let code: number | null = null;
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: { GOOD_KEY: key },
    cwd,
    root: cwd,
    errStream: new PassThrough(),
    isTty: false,
    color: false,
    signal: new AbortController().signal,
    exit: (value) => {
      code = value;
    },
  };
  await modelsCommand(io).exitOverride().parseAsync(args, { from: "user" });
  return { out, err, code };
}

async function configure(good: Behaviour, bad: Behaviour): Promise<void> {
  const endpoints = [await startEndpoint(good), await startEndpoint(bad)];
  open.push(...endpoints);
  const entries = ["good", "bad"].map(
    (id, index) => `  - { id: ${id}, baseUrl: "${endpoints[index]?.url}", keyVariable: GOOD_KEY, maxRetries: 0 }\n`,
  );
  const unset = `  - { id: unset, baseUrl: "http://127.0.0.1:9/v1", keyVariable: UNSET_KEY }\n`;
  writeFileSync(join(cwd, "models.yaml"), `models:\n${entries.join("")}${unset}`);
}

it("models list --json tells configured and built-in models apart, and which keys are set", async () => {
  await configure(chat("ready"), chat("ready"));
  const { out } = await run("list", "--json");
  const { models } = JSON.parse(out) as { models: { id: string; kind: string; keySet: boolean | null }[] };
  expect(models.map(({ id, kind, keySet }) => [id, kind, keySet])).toEqual([
    ["good", "openai", true],
    ["bad", "openai", true],
    ["unset", "openai", false],
    ["baseline/cash", "baseline", null],
    ["replay/able", "replay", null],
  ]);
  expect(out).not.toContain(key);
});

it("models list prints a table with a row a model", async () => {
  const { out } = await run("list");
  expect(out).toMatch(/unset\s.*UNSET_KEY \(not set\)/);
  expect(out).toMatch(/replay\/able\s.*recorded replies/);
});

it("models check of one that answers exits 0 and says what was served", async () => {
  await configure(chat("ready"), refuse(401, `no ${key}`));
  const { out, code } = await run("check", "good");
  expect(out).toMatch(/^ok {6}good: \d+ ms, served served-name, stop: "ready"\n$/);
  expect(code).toBe(0);
});

it("models check exits 3 if one fails, and the others are checked all the same", async () => {
  await configure(chat("ready"), refuse(401, `no ${key}`));
  const { out, code } = await run("check", "--json");
  const { checks } = JSON.parse(out) as { checks: { model: string; ok: boolean; message: string }[] };
  expect(checks.map(({ model, ok }) => [model, ok])).toEqual([
    ["good", true],
    ["bad", false],
    ["unset", false],
  ]);
  expect(checks[1]?.message).toContain("GOOD_KEY");
  expect(checks[2]?.message).toContain("UNSET_KEY, which is not set");
  expect(out).not.toContain(key);
  expect(code).toBe(3);
});

it("models check names a setting that the endpoint refuses", async () => {
  const strict: Behaviour = (response, call, request) =>
    "temperature" in call.body
      ? refuse(400, "unsupported", { param: "temperature" })(response, call, request)
      : chat("ready")(response, call, request);
  await configure(strict, strict);
  expect((await run("check", "good")).out).toContain("without temperature");
});

it("models check of an unknown or a built-in model is the user's fault", async () => {
  await expect(run("check", "goood")).rejects.toThrow('Did you mean "good"?');
  await expect(run("check", "baseline/cash")).rejects.toThrow("calls no endpoint");
});
