import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { limitClient } from "../../adapters/limit-client.ts";
import { openModelClients } from "../../adapters/models/open-model-clients.ts";
import { readModelCatalog, resolveModel } from "../../adapters/models/resolve-model.ts";
import { openRunFolder, type RunFolder, readManifest } from "../../adapters/run-folder.ts";
import type { ModelClient } from "../../bench/ports.ts";
import { type BenchEvent, runBench } from "../../bench/run-bench.ts";
import { UserError } from "../../core/failure.ts";
import type { Manifest, Plan } from "../../core/manifest.ts";
import type { Model } from "../../core/model.ts";
import { suites } from "../../core/suite/suite.ts";
import { type Lang, tradingTracks } from "../../core/task.ts";
import type { Io } from "../io.ts";
import { type BenchWorld, openBenchWorld } from "./bench-world.ts";
import { printDryRun } from "./dry-run.ts";
import { describeEnvironment } from "./environment.ts";
import { createManifest, planRun, requireSamePlan } from "./plan-run.ts";
import { powerWarning } from "./power-warning.ts";
import { createProgress } from "./progress.ts";
import { requireMarkets } from "./require-markets.ts";
import { nearPath, showRun } from "./show-run.ts";

/** Options of `walkforward run`, as parsed. */
export interface RunOptions {
  readonly model?: readonly string[];
  readonly suite: string;
  readonly tasks?: readonly string[];
  readonly attempts?: number;
  readonly lang: "en" | "zh" | "both";
  readonly seed: string;
  readonly concurrency?: number;
  readonly baselines: boolean;
  readonly out?: string;
  readonly resume?: string;
  readonly retryErrors: boolean;
  readonly dryRun: boolean;
  readonly baseUrl?: string;
  readonly modelName?: string;
  readonly api?: "chat" | "responses";
  readonly keyVariable?: string;
  readonly data?: string;
  readonly json: boolean;
}

/** Makes or resumes a run, then ranks it, writes its report and shows the table. */
export async function runModels(io: Io, options: RunOptions): Promise<void> {
  const world = await openBenchWorld(io, options.data ? { data: resolve(io.cwd, options.data) } : {});
  try {
    const { manifest, dir } = options.resume
      ? await resumedRun(io, world, options.resume)
      : await newRun(io, world, options);
    if (options.dryRun) return await printDryRun(io, world, manifest, options.json);
    const interrupted = await ask(io, world, manifest, dir, options);
    if (interrupted) {
      io.err(`Interrupted. Go on with: walkforward run --resume ${nearPath(io, dir)}\n`);
      io.exit(130);
      return;
    }
    await showRun(io, dir, options.json);
  } finally {
    await world.close();
  }
}

async function resumedRun(
  io: Io,
  world: BenchWorld,
  folder: string,
): Promise<{ readonly manifest: Manifest; readonly dir: string }> {
  const dir = resolve(io.cwd, folder);
  const manifest = readManifest(dir);
  await requireSamePlan(world, manifest, folder);
  return { manifest, dir };
}

async function newRun(
  io: Io,
  world: BenchWorld,
  options: RunOptions,
): Promise<{ readonly manifest: Manifest; readonly dir: string }> {
  const suite = suites.find((one) => one.name === options.suite);
  if (!suite) throw new UserError(`There is no suite "${options.suite}": ${suites.map((one) => one.name).join(", ")}.`);
  const langs: Lang[] = options.lang === "both" ? ["en", "zh"] : [options.lang];
  const plan = await planRun(world, {
    suite,
    tasks: options.tasks ?? null,
    seed: options.seed,
    langs,
    attempts: options.attempts ?? null,
  });
  const models = await chooseModels(io, options, plan);
  const planned = new Set(plan.tasks.map((task) => task.id));
  const specs = (await world.tasks.list()).filter((task) => planned.has(task.id));
  requireMarkets(specs, world.datasets, options.data ?? "market-data/");
  const warning = powerWarning(specs, world.datasets);
  if (warning !== null) io.err(`${warning}\n`);
  const manifest = createManifest(plan, models, await describeEnvironment(io.root));
  const dir = options.out ? resolve(io.cwd, options.out) : freeFolder(join(io.cwd, "reports", manifest.run));
  return { manifest, dir };
}

/** The models asked for, or all recorded ones; then the baselines, which are rows of every ranking with trading tasks. */
async function chooseModels(io: Io, options: RunOptions, plan: Plan): Promise<readonly Model[]> {
  const catalog = await readModelCatalog({ cwd: io.cwd, root: io.root });
  const { baseUrl, modelName, api, keyVariable } = options;
  if (baseUrl === undefined && (modelName ?? api ?? keyVariable) !== undefined) {
    throw new UserError("--model-name, --api and --key-variable describe an endpoint: give its --base-url too.");
  }
  const endpoint = baseUrl === undefined ? undefined : { baseUrl, ...defined({ modelName, api, keyVariable }) };
  const asked = options.model ?? (modelName ? [modelName] : catalog.recorded.map((name) => `replay/${name}`));
  const trades = plan.tasks.some((task) => tradingTracks.includes(task.track));
  const baselines = options.baselines && trades ? catalog.baselines.map((name) => `baseline/${name}`) : [];
  const ids = [...new Set([...asked, ...baselines])];
  if (!trades && ids.every((id) => id.startsWith("baseline/"))) {
    throw new UserError("Baselines only trade, and nothing of what is asked is a design or improve task.");
  }
  return ids.map((id) => resolveModel(id, catalog, endpoint));
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** `folder`, or the first of `folder-2`, `folder-3` … that is not there yet: a run never writes over another. */
function freeFolder(folder: string): string {
  let free = folder;
  for (let n = 2; existsSync(free); n++) free = `${folder}-${n}`;
  return free;
}

/** Calls in flight for models that no endpoint limits. */
const localConcurrency = 16;

async function ask(io: Io, world: BenchWorld, manifest: Manifest, dir: string, options: RunOptions): Promise<boolean> {
  const clock = { now: () => performance.now() };
  const opened = await openModelClients(manifest.models, { env: io.env, cwd: io.cwd, root: io.root, clock });
  try {
    const store = openRunFolder(dir, manifest);
    try {
      const clients = opened.clients.map((client) => limitClient(client, concurrencyOf(client, options)));
      return await askAll(io, world, store, clients, options);
    } finally {
      await store.close();
    }
  } finally {
    await opened.close();
  }
}

async function askAll(
  io: Io,
  world: BenchWorld,
  store: RunFolder,
  clients: readonly ModelClient[],
  options: RunOptions,
): Promise<boolean> {
  const { plan, run } = store.manifest;
  const asked = new Set(plan.quiz.questions.map((question) => question.id));
  const counts = [
    countOf(clients.length, "model"),
    countOf(plan.tasks.length, "task"),
    countOf(asked.size, "question"),
  ];
  io.err(`${run}: ${counts.join(", ")}\n`);
  const progress = createProgress(io);
  try {
    const { interrupted } = await runBench({
      plan,
      clients,
      context: (task) => world.context(task, plan.seed),
      questions: world.paper.filter((question) => asked.has(question.id)),
      store,
      sandbox: world.sandbox,
      compiler: world.compiler,
      retryErrors: options.retryErrors,
      onEvent: (event) => {
        progress.onEvent(event);
        if (options.json) io.out(`${JSON.stringify(jsonEvent(event))}\n`);
      },
      signal: io.signal,
    });
    return interrupted;
  } finally {
    progress.stop();
  }
}

function countOf(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function concurrencyOf(client: ModelClient, options: RunOptions): number {
  const { provider } = client.model;
  return options.concurrency ?? (provider.kind === "openai" ? provider.concurrency : localConcurrency);
}

/** What `--json` says of an event: what happened, without prompts and replies. */
function jsonEvent(event: BenchEvent): object {
  if (event.kind === "launch") return event;
  if (event.kind === "attempt") {
    const { model, task, lang, attempt, stage, failure, score, notAttempted } = event.attempt;
    return { kind: "attempt", model, task, lang, attempt, stage, failure, score, notAttempted };
  }
  const { model, question, lang, mark, notAttempted } = event.answer;
  return { kind: "answer", model, question, lang, mark, notAttempted };
}
