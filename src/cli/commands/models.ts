import { Command } from "commander";
import type { Model } from "../../core/model.ts";
import type { Io } from "../io.ts";

/** What one tiny call to a model came to. */
interface Check {
  readonly model: string;
  readonly ok: boolean;
  /** Milliseconds; null if the call failed. */
  readonly latencyMs: number | null;
  readonly servedModel: string | null;
  /** Generation settings that the endpoint refused, so that calls go without. */
  readonly refused: readonly string[];
  readonly message: string;
}

/** One line of `models list`. */
interface Listed {
  readonly id: string;
  readonly kind: Model["provider"]["kind"];
  readonly endpoint: string | null;
  readonly api: "chat" | "responses" | null;
  readonly modelName: string | null;
  readonly keyVariable: string | null;
  /** Whether the key is set; null if the model wants none. */
  readonly keySet: boolean | null;
}

function listed(model: Model, env: Io["env"]): Listed {
  const { id, provider } = model;
  if (provider.kind !== "openai") {
    return { id, kind: provider.kind, endpoint: null, api: null, modelName: null, keyVariable: null, keySet: null };
  }
  const { baseUrl, api, modelName, keyVariable } = provider;
  const keySet = keyVariable === null ? null : (env[keyVariable] ?? "") !== "";
  return { id, kind: "openai", endpoint: baseUrl.replace(/\/\/[^/@]+@/, "//"), api, modelName, keyVariable, keySet };
}

async function allModels(io: Io): Promise<readonly Model[]> {
  const { readModelCatalog, resolveModel } = await import("../../adapters/models/resolve-model.ts");
  const catalog = await readModelCatalog({ cwd: io.cwd, root: io.root });
  const builtIn = [
    ...catalog.baselines.map((name) => `baseline/${name}`),
    ...catalog.recorded.map((name) => `replay/${name}`),
  ];
  return [...catalog.configured, ...builtIn.map((id) => resolveModel(id, catalog))];
}

function describeKey({ keyVariable, keySet }: Listed): string {
  if (keyVariable === null) return "none";
  return `${keyVariable} (${keySet ? "set" : "not set"})`;
}

async function list(io: Io, json: boolean): Promise<void> {
  const rows = (await allModels(io)).map((model) => listed(model, io.env));
  if (json) return io.out(`${JSON.stringify({ models: rows }, null, 2)}\n`);
  const { default: Table } = await import("cli-table3");
  const table = new Table({ head: ["id", "endpoint", "api", "model", "key"], style: { head: [], border: [] } });
  for (const row of rows) {
    const built = row.kind === "baseline" ? "built in" : "recorded replies";
    table.push([row.id, row.endpoint ?? built, row.api ?? "", row.modelName ?? "", describeKey(row)]);
  }
  io.out(`${table.toString()}\n`);
  if (rows.every((row) => row.kind !== "openai")) {
    io.err("No models.yaml here: copy models.example.yaml to models.yaml to ask models over HTTP.\n");
  }
}

function refusedSettings(
  model: Model,
  settings: { readonly temperature: number | null; readonly topP: number | null },
): string[] {
  const { temperature, topP } = model.generation;
  return [
    ...(temperature !== null && settings.temperature === null ? ["temperature"] : []),
    ...(topP !== null && settings.topP === null ? ["topP"] : []),
  ];
}

/** The model with one retry and a minute's time-out: a check is not to wait for long. */
function inHaste(model: Model): Model {
  const { provider } = model;
  if (provider.kind !== "openai") return model;
  const timeoutMs = Math.min(provider.timeoutMs, 60_000);
  return { ...model, provider: { ...provider, timeoutMs, maxRetries: Math.min(provider.maxRetries, 1) } };
}

async function checkOne(io: Io, model: Model): Promise<Check> {
  const { createOpenAiClient } = await import("../../adapters/models/openai-client.ts");
  const { keyOf } = await import("../../adapters/models/open-model-clients.ts");
  const failed = { model: model.id, ok: false, latencyMs: null, servedModel: null, refused: [] };
  try {
    const client = createOpenAiClient(inHaste(model), { apiKey: keyOf(model, io.env), clock: performance });
    const reply = await client.ask({
      messages: [{ role: "user", content: "Answer with the single word: ready" }],
      item: "models-check",
      lang: "en",
      attempt: 0,
      signal: io.signal,
    });
    const words = `${reply.stop}: ${JSON.stringify(reply.text.slice(0, 60))}`;
    const refused = refusedSettings(model, client.settings());
    return {
      model: model.id,
      ok: true,
      latencyMs: reply.latencyMs,
      servedModel: reply.servedModel,
      refused,
      message: words,
    };
  } catch (error) {
    io.signal.throwIfAborted();
    if (error instanceof Error && /^(WorldError|UserError)$/.test(error.name))
      return { ...failed, message: error.message };
    throw error;
  }
}

function checkLine(check: Check): string {
  const served = check.servedModel === null ? "" : `, served ${check.servedModel}`;
  const without = check.refused.length === 0 ? "" : `, without ${check.refused.join(" and ")}`;
  return check.ok
    ? `ok      ${check.model}: ${Math.round(check.latencyMs ?? 0)} ms${served}${without}, ${check.message}\n`
    : `failed  ${check.model}: ${check.message}\n`;
}

async function check(io: Io, ids: readonly string[], json: boolean): Promise<void> {
  const { readModelCatalog, resolveModel } = await import("../../adapters/models/resolve-model.ts");
  const { UserError } = await import("../../core/failure.ts");
  const catalog = await readModelCatalog({ cwd: io.cwd, root: io.root });
  const models = ids.length === 0 ? catalog.configured : ids.map((id) => resolveModel(id, catalog));
  const builtIn = models.find((model) => model.provider.kind !== "openai");
  if (builtIn !== undefined)
    throw new UserError(`${builtIn.id} is built in and calls no endpoint: there is nothing to check.`);
  if (models.length === 0) {
    throw new UserError(
      "There is no model to check: copy models.example.yaml to models.yaml and keep those you have keys for.",
    );
  }
  const checks = await Promise.all(models.map((model) => checkOne(io, model)));
  if (json) io.out(`${JSON.stringify({ checks }, null, 2)}\n`);
  else for (const one of checks) io.out(checkLine(one));
  io.exit(checks.every((one) => one.ok) ? 0 : 3);
}

/** `walkforward models list|check`. */
export function modelsCommand(io: Io): Command {
  const command = new Command("models").description("the models that can be asked");
  command
    .command("list")
    .description("models of models.yaml, baselines and recorded models")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  walkforward models list\n  walkforward models list --json")
    .action((options: { json?: boolean }) => list(io, options.json === true));
  command
    .command("check")
    .description("one tiny call to each model; exit code 3 if one fails")
    .argument("[id...]", "models to check (default: all of models.yaml)")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  walkforward models check\n  walkforward models check deepseek-chat local-ollama --json",
    )
    .action((ids: string[], options: { json?: boolean }) => check(io, ids, options.json === true));
  return command.addHelpText(
    "after",
    `
Models are read from models.yaml in the current folder; models.example.yaml shows how to write one.

Examples:
  walkforward models list
  walkforward models check
  walkforward models check deepseek-chat local-ollama --json`,
  );
}
