import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../core/failure.ts";
import { builtInModel, type Model } from "../../core/model.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { baselineNames } from "./baseline-client.ts";
import { recordedModels } from "./folder-recording.ts";
import { endpointModel, loadModels } from "./load-models.ts";
import { isRunSource } from "./replay-server.ts";
import { unknownName } from "./unknown-name.ts";

/** The models that an id can name. */
export interface ModelCatalog {
  /** Models of models.yaml. */
  readonly configured: readonly Model[];
  /** Names behind `baseline/`. */
  readonly baselines: readonly string[];
  /** Names behind `replay/`. */
  readonly recorded: readonly string[];
}

/** An endpoint given on the command line (`--base-url`, `--model-name`, `--api`, `--key-variable`). */
export interface EndpointOptions {
  readonly baseUrl: string;
  readonly modelName?: string;
  readonly api?: string;
  readonly keyVariable?: string;
}

/**
 * The models at hand: models.yaml in `cwd` (none if there is no such file), the baseline strategies and the recorded
 * models of the package. Throws `UserError` for a broken models.yaml.
 */
export async function readModelCatalog(input: { readonly cwd: string; readonly root: string }): Promise<ModelCatalog> {
  const file = join(input.cwd, "models.yaml");
  let text = "";
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      throw new UserError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return {
    configured: loadModels({ file: "models.yaml", text }),
    baselines: await baselineNames(join(input.root, "strategies", "baselines")),
    recorded: await recordedModels(join(input.root, "strategies", "replays")),
  };
}

function resolveReplay(id: string, source: string, catalog: ModelCatalog): Model {
  if (!isRunSource(source) && !catalog.recorded.includes(source)) {
    throw unknownName("recorded model", source, catalog.recorded);
  }
  return builtInModel(id, { kind: "replay", source });
}

/**
 * The model of an id: `baseline/<strategy>`, `replay/<name>`, `replay/<attempts.jsonl>[#<model>]`, or one of
 * models.yaml; with `endpoint`, a model of that name behind it. Throws `UserError` with "did you mean".
 */
export function resolveModel(id: string, catalog: ModelCatalog, endpoint?: EndpointOptions): Model {
  if (id.startsWith("baseline/")) {
    const strategy = id.slice("baseline/".length);
    if (!catalog.baselines.includes(strategy)) throw unknownName("baseline strategy", strategy, catalog.baselines);
    return builtInModel(id, { kind: "baseline", strategy });
  }
  if (id.startsWith("replay/")) return resolveReplay(id, id.slice("replay/".length), catalog);
  if (endpoint !== undefined) return endpointModel({ id, ...endpoint });
  const model = catalog.configured.find((candidate) => candidate.id === id);
  if (model !== undefined) return model;
  const known = [
    ...catalog.configured.map((candidate) => candidate.id),
    ...catalog.baselines.map((name) => `baseline/${name}`),
    ...catalog.recorded.map((name) => `replay/${name}`),
  ];
  const near = nearestName(id, known);
  const guess = near === null ? "" : ` Did you mean "${near}"?`;
  throw new UserError(
    `Unknown model "${id}".${guess} \`walkforward models list\` shows those at hand; add it to models.yaml ` +
      "(models.example.yaml shows how), or give its endpoint with --base-url and --model-name.",
  );
}
