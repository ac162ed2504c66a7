import { join } from "node:path";
import type { Clock, ModelClient } from "../../bench/ports.ts";
import { UserError } from "../../core/failure.ts";
import type { Model } from "../../core/model.ts";
import { createBaselineClient } from "./baseline-client.ts";
import { createOpenAiClient } from "./openai-client.ts";
import { createReplayClient } from "./replay-client.ts";
import { type ReplayServer, startReplayServer } from "./replay-server.ts";

/** Clients of the models of a run. */
export interface ModelClients {
  /** One client a model, in the order of the models. */
  readonly clients: readonly ModelClient[];
  /** Stops the replay server, if one was started. */
  close(): Promise<void>;
}

/** What `openModelClients` needs of the world. */
export interface ModelWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that paths of recorded runs are relative to. */
  readonly cwd: string;
  /** The package's own folder. */
  readonly root: string;
  readonly clock: Clock;
}

/** The key of a model, from its environment variable; null if it wants none. Throws `UserError` if it is not set. */
export function keyOf(model: Model, env: ModelWorld["env"]): string | null {
  if (model.provider.kind !== "openai" || model.provider.keyVariable === null) return null;
  const key = env[model.provider.keyVariable]?.trim() ?? "";
  if (key !== "") return key;
  throw new UserError(
    `${model.id} needs a key in the environment variable ${model.provider.keyVariable}, which is not set: ` +
      "set it, or write it into .env.",
  );
}

/**
 * A client for each model. Recorded models share one replay server on loopback, started here. Throws `UserError` for a
 * key that is not set and for an unknown or broken recording.
 */
export async function openModelClients(models: readonly Model[], world: ModelWorld): Promise<ModelClients> {
  const keys = models.map((model) => keyOf(model, world.env));
  const sources = models.flatMap(({ provider }) => (provider.kind === "replay" ? [provider.source] : []));
  const server: ReplayServer | null =
    sources.length === 0
      ? null
      : await startReplayServer({ folder: join(world.root, "strategies", "replays"), sources, cwd: world.cwd });
  const clients = models.map((model, index): ModelClient => {
    if (model.provider.kind === "baseline") {
      return createBaselineClient(model, { folder: join(world.root, "strategies", "baselines") });
    }
    if (model.provider.kind === "replay")
      return createReplayClient(model, { url: server?.url ?? "", clock: world.clock });
    return createOpenAiClient(model, { apiKey: keys[index] ?? null, clock: world.clock });
  });
  return { clients, close: async () => server?.close() };
}
