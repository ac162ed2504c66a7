import { openRunFolder } from "../../src/adapters/run-folder.ts";
import type { PathCurve, TaskPaths } from "../../src/bench/ports.ts";
import type { Attempt, QuizAnswer } from "../../src/core/attempt.ts";
import type { Manifest } from "../../src/core/manifest.ts";
import type { PathKind } from "../../src/core/paths/path.ts";
import type { StoredPath } from "../../src/core/paths/stored-path.ts";
import { attempts, manifest } from "../report/records.ts";

/** What a run folder is filled with. */
export interface StoredRun {
  readonly manifest: Manifest;
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
}

/** The run of tests/report/records.ts with two answers: one right, one that looks like a formula. */
export const storedRun: StoredRun = {
  manifest: {
    ...manifest,
    plan: {
      ...manifest.plan,
      quiz: {
        ...manifest.plan.quiz,
        questions: [
          { id: "q1", template: "t1" },
          { id: "q2", template: "t2" },
        ],
      },
    },
  },
  attempts,
  answers: [answer("q1", "ANSWER: B", 1), answer("q2", '=HYPERLINK("http://x","y")', 0)],
};

/** An answer of `model/a`. */
export function answer(question: string, text: string, score: number): QuizAnswer {
  return {
    version: 1,
    model: "model/a",
    question,
    template: question.replace("q", "t"),
    topic: "statistics",
    level: 1,
    lang: "en",
    attempt: 0,
    messages: [{ role: "user", content: "Which?" }],
    reply: {
      text,
      stop: "stop",
      usage: { inputTokens: 5, cachedTokens: null, outputTokens: 2, reasoningTokens: null },
      latencyMs: 10.5,
      retries: 0,
      servedModel: null,
      costUsd: 0.001,
    },
    notAttempted: null,
    mark: { score, outcome: score === 1 ? "right" : "unparsable", given: score === 1 ? 1 : null },
  };
}

/** Bars of a path: warm-up, and after it the bar at whose close equity is 1, and scored ones. */
const warmupBars = 3;
const scoredBars = 12;

/** Fills a run folder as a run does. Attempts whose code ran have curves. */
export async function storeRun(dir: string, run: StoredRun = storedRun): Promise<void> {
  const folder = openRunFolder(dir, run.manifest);
  for (const { id } of run.manifest.plan.tasks) await folder.addTaskPaths(taskPaths(id));
  for (const attempt of run.attempts) {
    if (attempt.paths.length > 0) {
      await folder.addCurves(attempt, { paths: attempt.paths.map(({ path }) => curve(path)) });
    }
    await folder.addAttempt(attempt);
  }
  for (const one of run.answers) await folder.addAnswer(one);
  await folder.close();
}

function taskPaths(task: string): TaskPaths {
  return { task, paths: [path("p1", "history"), path("p2", "twin")] };
}

function path(id: string, kind: PathKind): StoredPath {
  const bars = Array.from({ length: warmupBars + scoredBars }, (_, t) => t);
  const close = bars.map((t) => 100 + 3 * Math.sin(t));
  return {
    path: id,
    kind,
    regime: "flat",
    warmupBars,
    barsPerYear: 252,
    costs: { feeBps: 1, slippageBps: 1 },
    time: bars.map((t) => Date.UTC(2020, 0, 1 + t)),
    open: close.map((price, t) => close[t - 1] ?? price),
    high: close.map((price, t) => Math.max(price, close[t - 1] ?? price) + 0.5),
    low: close.map((price, t) => Math.min(price, close[t - 1] ?? price) - 0.5),
    close,
    volume: bars.map((t) => (t % 5 === 0 ? null : 1000 + t)),
  };
}

function curve(id: string): PathCurve {
  const bars = Array.from({ length: warmupBars + scoredBars }, (_, t) => t);
  return {
    path: id,
    target: bars.map((t) => (t % 4 === 0 ? null : t % 3 === 0 ? 0.5 : -0.25)),
    equity: Array.from({ length: scoredBars + 1 }, (_, t) => 1 + t / 1000),
    position: Array.from({ length: scoredBars + 1 }, (_, t) => (t % 2) / 4),
  };
}
