import type { Manifest } from "../../../src/core/manifest.ts";
import { builtInModel } from "../../../src/core/model.ts";
import { defaultWeights } from "../../../src/core/ranking/ranking.ts";
import type { Lang, Track } from "../../../src/core/task.ts";

/** run.json of a run of these tasks and questions. */
export function makeManifest(options: {
  readonly models: readonly string[];
  readonly tasks: readonly string[];
  readonly templates?: readonly string[];
  readonly langs?: readonly Lang[];
  readonly attempts?: number;
  readonly seed?: string;
  readonly run?: string;
}): Manifest {
  const { models, tasks, templates = [], langs = ["en"], attempts = 1, seed = "1", run = `test-s${seed}` } = options;
  return {
    version: 1,
    run,
    plan: {
      benchmark: "0.1",
      suite: "test",
      seed,
      langs,
      attempts,
      tasks: tasks.map((id, i) => ({
        id,
        version: 1,
        track: (id.split("-")[0] ?? "design") as Track,
        level: i % 2 === 0 ? 1 : 2,
        classes: i % 2 === 0 ? ["equity-index"] : ["equity-index", "fx"],
        tags: i % 3 === 0 ? ["trend"] : [],
        sha256: "0".repeat(64),
      })),
      quiz: { release: "1", sha256: "0", questions: templates.map((template) => ({ id: `${template}#0`, template })) },
      contract: "0".repeat(64),
      data: {},
    },
    weights: defaultWeights,
    models: models.map((id) =>
      id.startsWith("baseline/")
        ? builtInModel(id, { kind: "baseline", strategy: id.slice(9) })
        : builtInModel(id, { kind: "replay", source: id }),
    ),
    environment: {},
  };
}
