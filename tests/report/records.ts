import type { Attempt } from "../../src/core/attempt.ts";
import type { Manifest } from "../../src/core/manifest.ts";
import type { Metrics } from "../../src/core/metrics/metrics.ts";
import { builtInModel } from "../../src/core/model.ts";
import { rankModels } from "../../src/core/ranking/rank-models.ts";
import { defaultWeights, type Ranking } from "../../src/core/ranking/ranking.ts";
import { rankingInput } from "../../src/core/ranking/ranking-input.ts";
import type { PathScore } from "../../src/core/score/path-score.ts";

/** Metrics of a quiet program; what a test does not say is not defined. */
export function metrics(some: Partial<Metrics> = {}): Metrics {
  const none = {
    totalReturn: null,
    cagr: null,
    volatility: null,
    sharpe: null,
    sortino: null,
    maxDrawdown: null,
    maxDrawdownBars: null,
    calmar: null,
    exposure: null,
    winRate: null,
    profitFactor: null,
    skewness: null,
    excessKurtosis: null,
    var95: null,
    es95: null,
    psr: null,
    alpha: null,
    beta: null,
    informationRatio: null,
    finalEquity: null,
  };
  return { ...none, turnover: 0, orders: 0, trades: 0, ...some };
}

/** A path of 4 scored returns that gained 10 %. */
export function pathScore(path: string, some: Partial<PathScore> = {}): PathScore {
  return {
    path,
    kind: "history",
    regime: "rising",
    stress: false,
    dataset: "some-market",
    symbol: "A",
    start: 12,
    failure: null,
    stats: {
      returns: 4,
      sigma: 0.01,
      logGrowth: 0.0953,
      z: 0.5,
      moments: { count: 4, mean: 0.1, m2: 1, m3: 0, m4: 1 },
      runUp: 0.1,
      drawdown: 0.05,
      exposure: 0.5,
    },
    metrics: metrics({ totalReturn: 0.1, maxDrawdown: 0.05, turnover: 2, orders: 2, trades: 1 }),
    ...some,
  };
}

/** A scored design attempt of `model/a` at `design-one`. */
export function attempt(some: Partial<Attempt> = {}): Attempt {
  return {
    version: 1,
    model: "model/a",
    task: "design-one",
    taskVersion: 1,
    track: "design",
    level: 1,
    lang: "en",
    attempt: 0,
    messages: [{ role: "user", content: "Write a strategy." }],
    reply: {
      text: "Here it is.",
      stop: "stop",
      usage: { inputTokens: 10, cachedTokens: null, outputTokens: 5, reasoningTokens: null },
      latencyMs: 1500,
      retries: 0,
      servedModel: null,
      costUsd: null,
    },
    notAttempted: null,
    code: 'export default { decide: () => ({ target: [] }) };\nconst word = "x"; // a comment',
    diagnostics: [],
    literals: [],
    stage: "scored",
    failure: null,
    paths: [pathScore("p1"), pathScore("p2", { kind: "twin", metrics: metrics({ totalReturn: 0.3 }) })],
    noise: null,
    lookAhead: { probes: 20, offence: null },
    utility: { value: 0.31, growth: 0.4, sharpe: 0.3, drawdown: 0.23, activity: 1, errors: 0 },
    fidelity: null,
    speed: null,
    score: 0.31,
    resources: { cpuMs: 1.5, heapMiB: 12.25 },
    ...some,
  };
}

/** An attempt that failed before it ran. */
export function failedAttempt(some: Partial<Attempt>): Attempt {
  return attempt({ paths: [], lookAhead: null, utility: null, resources: null, score: -1, ...some });
}

/** A reply that would run, hide and turn things if it could. */
export const hostileText =
  '</pre><script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'"><svg onload="document.title=\'owned\'"></svg>\u202Egnp.exe\u0000\u200b';

/** What a browser and the links are tried on: scored, looking ahead, mistyped, hostile, unfaithful, not attempted. */
export const attempts: readonly Attempt[] = [
  attempt(),
  attempt({
    model: "baseline/cash",
    failure: { stage: "look-ahead", kind: "look-ahead", message: "It depends on the future." },
    stage: "look-ahead",
    lookAhead: { probes: 20, offence: { path: "p2", probe: "scramble", cutBar: 411, firstOffendingBar: 412 } },
    utility: null,
    score: -1,
  }),
  failedAttempt({
    model: "replay/careless",
    stage: "type-check",
    failure: { stage: "type-check", kind: "type-error", message: "TS2551 at line 2, column 7" },
    diagnostics: [{ line: 2, column: 7, code: 2551, message: "Property 'closes' does not exist on type 'Bars'." }],
  }),
  failedAttempt({
    model: "hostile <b>",
    stage: "run",
    failure: { stage: "run", kind: "run-error", message: hostileText },
    code: `// ${hostileText}\n${"x".repeat(5000)}`,
    messages: [{ role: "user", content: hostileText }],
    reply: {
      ...(attempt().reply as NonNullable<Attempt["reply"]>),
      text: hostileText.repeat(2000),
      servedModel: hostileText,
    },
    literals: [{ kind: "date", text: hostileText, line: 1 }],
  }),
  failedAttempt({ model: "model/a", attempt: 1, code: null, reply: null, notAttempted: "529 overloaded", score: null }),
];

/** The run of those attempts. */
export const manifest: Manifest = {
  version: 1,
  run: "try-s1-00000000",
  plan: {
    benchmark: "0.1",
    suite: "try",
    seed: "1",
    langs: ["en"],
    attempts: 1,
    tasks: [
      { id: "design-one", version: 1, track: "design", level: 1, classes: ["equity-index"], tags: [], sha256: "0" },
    ],
    quiz: { release: "2026-11", sha256: "0", questions: [] },
    contract: "0",
    data: {},
  },
  weights: defaultWeights,
  models: [
    builtInModel("model/a", { kind: "replay", source: "runs/earlier/attempts.jsonl" }),
    builtInModel("baseline/cash", { kind: "baseline", strategy: "cash" }),
    builtInModel("replay/careless", { kind: "replay", source: "careless" }),
    builtInModel("hostile <b>", { kind: "replay", source: "hostile" }),
  ],
  environment: {},
};

/** Their ranking. */
export const ranking: Ranking = rankModels(rankingInput([{ manifest, attempts, answers: [] }]));
