import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readRun } from "../../../src/adapters/run-folder.ts";
import { rankingSchema } from "../../../src/core/ranking/ranking-schema.ts";
import { type BadEndpoint, startBadEndpoint } from "./bad-endpoint.ts";
import { cli } from "./cli.ts";

// A real model: an endpoint that misbehaves, from models.yaml and a key in the environment to the ranking.

const folder = mkdtempSync(join(tmpdir(), "walkforward-endpoint-"));
const endpoints: BadEndpoint[] = [];
afterAll(async () => {
  await Promise.all(endpoints.map((endpoint) => endpoint.close()));
  rmSync(folder, { recursive: true, force: true });
});

const secret = "sk-walkforward-test-0123456789";
const faults = {
  "design-cost-fx": "busy",
  "design-trend-equity-index": "length",
  "implement-sma-band": "refusal",
  "returns-sharpe#0": "broken",
  "returns-calmar#0": "cut",
  "returns-compound#0": "empty",
  "series-ema#0": "garbage",
  "item-survivorship#0": "silent",
  "item-one-pass-variance#0": "broken!",
};

/** Every text in a folder, unpacked. */
function texts(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8"));
}

async function start(api: "chat" | "responses"): Promise<{ endpoint: BadEndpoint; cwd: string }> {
  const endpoint = await startBadEndpoint(faults);
  endpoints.push(endpoint);
  const cwd = mkdtempSync(join(folder, `${api}-`));
  const settings = `api: ${api}, keyVariable: TEST_KEY, modelName: wild-1, timeoutMs: 2000, maxRetries: 1`;
  const prices = "prices: { input: 2, cachedInput: 0.5, output: 8 }";
  writeFileSync(
    join(cwd, "models.yaml"),
    `models:\n  - { id: wild, baseUrl: "${endpoint.url}", ${settings}, ${prices} }\n`,
  );
  return { endpoint, cwd };
}

const tasks = "design-cost-fx,design-trend-equity-index,implement-sma-band,quiz";
const run = ["run", "--model", "wild", "--no-baselines", "--tasks", tasks, "--out", "out"];

describe.each(["chat", "responses"] as const)("a model behind a misbehaving endpoint, %s style", (api) => {
  it("is run to its end; what the world failed is shown, not ranked, and filled by --retry-errors", async () => {
    const { endpoint, cwd } = await start(api);
    const env = { TEST_KEY: secret };
    const first = await cli(run, { cwd, env });
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain("Not ranked: incomplete: 1 answer missing.");
    expect(first.stderr).toContain("wild: 1 call got no answer. The first: ");
    expect(first.stderr).toContain("HTTP 500");
    const before = await readRun(join(cwd, "out"));
    const attempt = (task: string) => before.attempts.find((one) => one.task === task);
    const answer = (question: string) => before.answers.find((one) => one.question === question);
    expect(attempt("design-cost-fx")).toMatchObject({ stage: "scored", failure: null, reply: { retries: 1 } });
    expect(attempt("design-trend-equity-index")).toMatchObject({ failure: { kind: "length-stop" }, score: -1 });
    expect(attempt("implement-sma-band")).toMatchObject({ failure: { kind: "refusal" }, score: 0 });
    for (const question of ["returns-sharpe#0", "returns-calmar#0", "returns-compound#0", "series-ema#0"]) {
      expect(answer(question)?.reply?.retries, question).toBe(1);
    }
    expect(answer("item-survivorship#0")?.reply).toMatchObject({
      retries: 1,
      servedModel: "served-name",
      usage: { inputTokens: 1000, cachedTokens: 400, outputTokens: 200 },
      // 600 fresh and 400 cached tokens in, 200 out.
      costUsd: (600 * 2 + 400 * 0.5 + 200 * 8) / 1e6,
    });
    expect(answer("item-survivorship#0")?.reply?.latencyMs).toBeGreaterThan(0);
    expect(answer("item-one-pass-variance#0")).toMatchObject({ reply: null, mark: null });

    endpoint.heal();
    const asked = endpoint.calls.length;
    const again = await cli(["run", "--resume", "out", "--retry-errors"], { cwd, env });
    expect(again.code, again.stderr).toBe(0);
    expect(endpoint.calls.slice(asked).map((call) => call.item)).toEqual(["item-one-pass-variance#0"]);
    const ranking = rankingSchema.parse(JSON.parse(readFileSync(join(cwd, "out/ranking.json"), "utf8")));
    expect(ranking.models[0]).toMatchObject({ notAttempted: 0, unranked: "fewer than 8 tasks", questions: 40 });

    expect(new Set(endpoint.calls.map((call) => call.authorization))).toEqual(new Set([`Bearer ${secret}`]));
    const path = api === "chat" ? "/v1/chat/completions" : "/v1/responses";
    expect(new Set(endpoint.calls.map((call) => call.url))).toEqual(new Set([path]));
    const written = [first.stdout, first.stderr, again.stdout, again.stderr, ...texts(join(cwd, "out"))];
    expect(written.some((text) => text.includes("[key]"))).toBe(true);
    expect(written.filter((text) => text.includes(secret))).toEqual([]);
  }, 240_000);
});

describe("what cannot work is said before anything is written", () => {
  it("a key that is not set", async () => {
    const { endpoint, cwd } = await start("chat");
    const { code, stderr } = await cli(run, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("wild needs a key in the environment variable TEST_KEY, which is not set");
    expect(endpoint.calls).toEqual([]);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  }, 60_000);

  it("--resume with options that the stored plan has settled", async () => {
    const { code, stderr } = await cli(["run", "--resume", folder, "--seed", "2", "--model", "x"]);
    expect(code).toBe(2);
    expect(stderr).toContain("leave out --model, --seed");
  }, 60_000);

  it("an --out below a file", async () => {
    writeFileSync(join(folder, "file"), "");
    const args = ["run", "--model", "replay/able", "--no-baselines", "--tasks", "quiz"];
    const { code, stderr } = await cli([...args, "--out", join(folder, "file/run")]);
    expect(code).toBe(2);
    expect(stderr).toContain("this is no place for a file (ENOTDIR)");
  }, 60_000);
});
