import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelClient } from "../../bench/ports.ts";
import type { Model } from "../../core/model.ts";
import { unknownUsage } from "./answer.ts";
import { unknownName } from "./unknown-name.ts";

/** Names of the baseline strategies in a folder, sorted. */
export async function baselineNames(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .sort();
}

/**
 * A baseline strategy as a model: it answers every strategy task with its source in a fenced block, at no cost and in
 * no time. It is never asked the quiz. Throws `UserError` for an unknown name.
 *
 * @param options.folder folder of the baseline strategies
 */
export function createBaselineClient(model: Model, options: { readonly folder: string }): ModelClient {
  const { provider } = model;
  if (provider.kind !== "baseline") throw new Error(`${model.id} is no baseline but ${provider.kind}`);
  let source: Promise<string> | undefined;
  return {
    model,
    async ask(request) {
      request.signal?.throwIfAborted();
      source ??= readBaseline(options.folder, provider.strategy);
      const text = `\`\`\`ts\n${(await source).trimEnd()}\n\`\`\`\n`;
      return { text, stop: "stop", usage: unknownUsage, latencyMs: 0, retries: 0, servedModel: null, costUsd: 0 };
    },
  };
}

async function readBaseline(folder: string, name: string): Promise<string> {
  const names = await baselineNames(folder);
  if (!names.includes(name)) {
    throw unknownName("baseline strategy", name, names);
  }
  return readFile(join(folder, `${name}.ts`), "utf8");
}
