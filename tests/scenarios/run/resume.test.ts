import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cli, startCli } from "./cli.ts";
import { type CountingEndpoint, startCountingEndpoint } from "./counting-endpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-resume-"));
const endpoints: CountingEndpoint[] = [];
afterAll(async () => {
  await Promise.all(endpoints.map((endpoint) => endpoint.close()));
  rmSync(folder, { recursive: true, force: true });
});

const replay = ["run", "--tasks", "design-trend-*,design-cost-*,quiz", "--no-baselines"];
const models = ["--model", "replay/able", "replay/mediocre"];
const lines = (file: string): string[] => (existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : []);

async function until(condition: () => boolean, ms: number): Promise<void> {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > ms) throw new Error(`not so after ${ms} ms`);
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

describe("an interrupted run", () => {
  it("killed in the middle and resumed, it ends with the same ranking, byte for byte", async () => {
    const whole = join(folder, "whole");
    const cut = join(folder, "cut");
    expect((await cli([...replay, ...models, "--out", whole])).code).toBe(0);
    const { child, result } = startCli([...replay, ...models, "--out", cut]);
    await until(() => lines(join(cut, "quiz.jsonl")).length + lines(join(cut, "attempts.jsonl")).length >= 20, 60_000);
    child.kill("SIGKILL");
    await result;
    const before = [...lines(join(cut, "quiz.jsonl")), ...lines(join(cut, "attempts.jsonl"))];
    expect(existsSync(join(cut, "ranking.json"))).toBe(false);
    const resumed = await cli(["run", "--resume", cut]);
    expect(resumed.stderr).not.toContain("fault");
    expect(resumed.code).toBe(0);
    const after = [...lines(join(cut, "quiz.jsonl")), ...lines(join(cut, "attempts.jsonl"))];
    expect(before.every((line) => after.includes(line))).toBe(true);
    expect(readFileSync(join(cut, "ranking.json"), "utf8")).toBe(readFileSync(join(whole, "ranking.json"), "utf8"));
  }, 240_000);

  it("asks nothing again that is finished, of a real endpoint", async () => {
    const endpoint = await startCountingEndpoint({ delayMs: 40 });
    endpoints.push(endpoint);
    const dir = join(folder, "endpoint");
    const args = ["run", "--tasks", "quiz", "--no-baselines", "--model", "local", "--base-url", endpoint.url];
    const { child, result } = startCli([...args, "--concurrency", "2", "--out", dir]);
    await until(() => lines(join(dir, "quiz.jsonl")).length >= 10, 60_000);
    child.kill("SIGKILL");
    await result;
    const finished = lines(join(dir, "quiz.jsonl")).map((line) => JSON.parse(line).messages[1].content as string);
    endpoint.asked.length = 0;
    expect((await cli(["run", "--resume", dir])).code).toBe(0);
    expect(endpoint.asked.filter((prompt) => finished.includes(prompt))).toEqual([]);
    expect(new Set([...finished, ...endpoint.asked]).size).toBe(40);
  }, 120_000);

  it("Ctrl-C finishes what is in flight, says how to go on, and exits with 130", async () => {
    const endpoint = await startCountingEndpoint({ delayMs: 40 });
    endpoints.push(endpoint);
    const dir = join(folder, "ctrl-c");
    const args = ["run", "--tasks", "quiz", "--no-baselines", "--model", "local", "--base-url", endpoint.url];
    const { child, result } = startCli([...args, "--concurrency", "2", "--out", dir]);
    await until(() => lines(join(dir, "quiz.jsonl")).length >= 5, 60_000);
    child.kill("SIGINT");
    const { code, stderr } = await result;
    expect(code).toBe(130);
    expect(stderr).toContain("run --resume");
    expect(lines(join(dir, "quiz.jsonl")).length).toBe(endpoint.asked.length);
    expect(endpoint.asked.length).toBeLessThan(40);
  }, 120_000);

  it("a folder of another run is refused and left as it was", async () => {
    const dir = join(folder, "whole");
    const before = readFileSync(join(dir, "run.json"), "utf8");
    const { code, stderr } = await cli([...replay, ...models, "--seed", "2", "--out", dir]);
    expect(code).toBe(2);
    expect(stderr).toContain("holds the run");
    expect(readFileSync(join(dir, "run.json"), "utf8")).toBe(before);
  }, 60_000);
});
