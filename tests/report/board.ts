import type { Attempt, QuizAnswer } from "../../src/core/attempt.ts";
import type { Manifest } from "../../src/core/manifest.ts";
import { builtInModel, type Model } from "../../src/core/model.ts";
import { createRandom } from "../../src/core/random.ts";
import { rankModels } from "../../src/core/ranking/rank-models.ts";
import { mixedUtility } from "../../src/core/ranking/rank-sensitivity.ts";
import { defaultWeights, type Ranking } from "../../src/core/ranking/ranking.ts";
import { type RankingInput, rankingInput } from "../../src/core/ranking/ranking-input.ts";
import type { Track } from "../../src/core/task.ts";
import type { RunLinks } from "../../src/report/run-links.ts";
import { makeAnswer } from "../core/ranking/make-records.ts";
import { attempt, failedAttempt, pathScore } from "./records.ts";

/** A name that would run, if it could. */
export const hostileModel = '"><script>document.title="owned"</script>';

const endpoint = (id: string): Model["provider"] => ({
  kind: "openai",
  baseUrl: "http://localhost",
  api: "chat",
  keyVariable: null,
  modelName: id,
  concurrency: 1,
  timeoutMs: 1000,
  maxRetries: 1,
});

const model = (id: string, some: Partial<Model>): Model => ({ ...builtInModel(id, endpoint(id)), ...some });

/** Of falling skill: open and closed, large and small, with a baseline and a hostile name. */
const models: readonly Model[] = [
  model("acme/large", { openWeights: false, tags: ["reasoning"], prices: { input: 3, cachedInput: null, output: 15 } }),
  model("acme/small", { openWeights: true, parametersB: { total: 8, active: null }, tags: ["fast", "chat"] }),
  builtInModel("baseline/buy-and-hold", { kind: "baseline", strategy: "buy-and-hold" }),
  model(hostileModel, { tags: ['"><img src=x onerror=1>'], released: "2026-01-01" }),
];
const skills = [0.4, 0.1, 0, -0.2];
const usd = [0.02, 0.001, null, null];

const tracks: readonly Track[] = [...Array.from({ length: 9 }, (): Track => "design"), "implement", "speed"];
const tasks = tracks.map((track, i) => ({
  id: `${track}-${i + 1}`,
  version: 1,
  track,
  level: ((i % 3) + 1) as 1 | 2 | 3,
  classes: ["equity-index"],
  tags: [],
  sha256: "0",
}));

const random = createRandom("board");
const third = { growth: 1 / 3, sharpe: 1 / 3, drawdown: 1 / 3 };

function attemptAt(i: number, { id: task, track, level }: (typeof tasks)[number]): Attempt {
  const part = (): number => Math.max(-1, Math.min(1, (skills[i] ?? 0) + 0.2 * random.normal()));
  const parts = { value: 0, growth: part(), sharpe: part(), drawdown: part(), activity: 1, errors: 0 };
  const value = mixedUtility(parts, third);
  const reply = {
    ...(attempt().reply as NonNullable<Attempt["reply"]>),
    costUsd: usd[i] ?? null,
    latencyMs: 1000 * (i + 1),
  };
  const common = { model: models[i]?.id ?? "", task, track, level, reply };
  if (i === 3 && task === "design-2") {
    return failedAttempt({ ...common, stage: "run", failure: { stage: "run", kind: "timeout", message: "slow" } });
  }
  if (track === "implement") {
    const firstDifference = { path: "p2", bar: 17, wanted: 1, given: -0.5 };
    const fidelity = {
      pass: i === 0,
      pathsEqual: i === 0 ? 2 : 1,
      paths: 2,
      firstDifference: i === 0 ? null : firstDifference,
    };
    return attempt({ ...common, utility: null, fidelity, score: i === 0 ? 1 : 0 });
  }
  if (track === "speed") {
    const speed = { starterMs: 100, referenceMs: 10, programMs: 50, score: 0.3 };
    return attempt({
      ...common,
      utility: null,
      fidelity: { pass: true, pathsEqual: 2, paths: 2, firstDifference: null },
      speed,
      score: 0.3,
    });
  }
  const paths = [pathScore("p1"), pathScore("p2", { kind: "twin", regime: "falling", stress: true })];
  return attempt({ ...common, utility: { ...parts, value }, score: value, paths });
}

/** Attempts of a run that has ranks: 9 trading tasks, 2 of engineering, 8 quiz templates, 3 models and a baseline. */
export const boardAttempts: readonly Attempt[] = models.flatMap((_, i) =>
  tasks.filter(({ track }) => i !== 2 || track === "design").map((task) => attemptAt(i, task)),
);

const known = [6, 4, 0, 0];
const templates = Array.from({ length: 8 }, (_, i) => `costs-${i + 1}`);

/** Their answers: the first knows 6 of 8, the second 4, the last none. */
export const boardAnswers: readonly QuizAnswer[] = models.flatMap(({ id }, i) =>
  i === 2
    ? []
    : templates.map((template, k) =>
        makeAnswer(id, template, k < (known[i] ?? 0) ? 1 : -1 / 3, { topic: k % 2 === 0 ? "costs" : "futures" }),
      ),
);

export const boardManifest: Manifest = {
  version: 1,
  run: "board-s1-00000000",
  plan: {
    benchmark: "0.1",
    suite: "board",
    seed: "1",
    langs: ["en"],
    attempts: 1,
    tasks,
    quiz: {
      release: "2026-11",
      sha256: "0",
      questions: templates.map((template) => ({ id: `${template}#0`, template })),
    },
    contract: "0",
    data: {},
  },
  weights: defaultWeights,
  models,
  environment: {},
};

export const boardInput: RankingInput = rankingInput([
  { manifest: boardManifest, attempts: boardAttempts, answers: boardAnswers },
]);

export const boardRanking: Ranking = rankModels(boardInput);

/** Links as a page in the run folder has them, by plain names. */
export const boardLinks: RunLinks = {
  home: "index.html",
  model: (name) => `models/${encodeURIComponent(name)}.html`,
  task: (name) => (tasks.some(({ id }) => id === name) ? `tasks/${name}.html` : null),
  pair: (a, b) => `pairs/${encodeURIComponent([a, b].sort().join("--"))}.html`,
  firstPairs: 12,
  attempt: (key) => `strategies/${encodeURIComponent(key.model)}/${key.task}/${key.lang}-${key.attempt}.html`,
};
