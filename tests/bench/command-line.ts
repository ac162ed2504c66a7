// Start-up of the command line, and a thousand short replies through a whole run over HTTP.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { limitClient } from "../../src/adapters/limit-client.ts";
import { createOpenAiClient } from "../../src/adapters/models/openai-client.ts";
import { openRunFolder } from "../../src/adapters/run-folder.ts";
import { runQuestion } from "../../src/bench/run-question.ts";
import { publicPaper } from "../../src/cli/run/bench-world.ts";
import { createManifest } from "../../src/cli/run/plan-run.ts";
import { builtInModel } from "../../src/core/model.ts";
import { startCountingEndpoint } from "../scenarios/run/counting-endpoint.ts";
import { type Figure, median } from "./figure.ts";

const root = resolve(import.meta.dirname, "../..");

function helpSeconds(): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [join(root, "src/cli/main.ts"), "--help"]);
  if (status !== 0) throw new Error("--help failed");
  return (performance.now() - start) / 1000;
}

async function replayedPerSecond(count: number): Promise<number> {
  const endpoint = await startCountingEndpoint({ delayMs: 0 });
  const dir = mkdtempSync(join(tmpdir(), "walkforward-bench-"));
  const model = builtInModel("local", {
    kind: "openai",
    baseUrl: endpoint.url,
    api: "chat",
    keyVariable: null,
    modelName: "local",
    concurrency: 16,
    timeoutMs: 60_000,
    maxRetries: 2,
  });
  const clock = { now: () => performance.now() };
  const client = limitClient(createOpenAiClient(model, { apiKey: null, clock }), 16);
  const paper = publicPaper();
  const plan = {
    benchmark: "bench",
    suite: "bench",
    seed: "1",
    langs: ["en" as const],
    attempts: 1,
    tasks: [],
    quiz: { release: "bench", sha256: "", questions: paper.map(({ id, template }) => ({ id, template })) },
    contract: "",
    data: {},
  };
  const store = openRunFolder(join(dir, "run"), createManifest(plan, [model], {}));
  const ask = async (i: number): Promise<void> => {
    const question = paper[i % paper.length];
    if (question) await store.addAnswer(await runQuestion({ question, lang: "en", client }));
  };
  await Promise.all(Array.from({ length: 50 }, (_, i) => ask(i)));
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, (_, i) => ask(i)));
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  await endpoint.close();
  rmSync(dir, { recursive: true });
  return count / seconds;
}

/** Start-up and throughput. */
export async function bench(): Promise<readonly Figure[]> {
  const help = median(Array.from({ length: 7 }, helpSeconds));
  const rate = await replayedPerSecond(1000);
  return [
    { name: "walkforward --help (limit 0.3)", value: help, unit: "s" },
    { name: "1,000 short replies: HTTP, marking, synced to disk (limit 100)", value: rate, unit: "replies/s" },
    { name: "peak memory of this process", value: process.resourceUsage().maxRSS / 1024, unit: "MiB" },
  ];
}
