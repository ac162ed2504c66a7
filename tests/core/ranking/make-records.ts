import type { Attempt, QuizAnswer } from "../../../src/core/attempt.ts";
import type { Random } from "../../../src/core/random.ts";
import { defaultWeights } from "../../../src/core/ranking/ranking.ts";
import type { RankingInput } from "../../../src/core/ranking/ranking-input.ts";

/** An attempt at a design task that scored `score`, with anything else replaced. */
export function makeAttempt(model: string, task: string, score: number, other: Partial<Attempt> = {}): Attempt {
  return {
    version: 1,
    model,
    task,
    taskVersion: 1,
    track: "design",
    level: 1,
    lang: "en",
    attempt: 0,
    messages: [],
    reply: null,
    notAttempted: null,
    code: "export default {}",
    diagnostics: [],
    literals: [],
    stage: "scored",
    failure: null,
    paths: [],
    noise: null,
    lookAhead: null,
    utility: null,
    fidelity: null,
    speed: null,
    score,
    resources: null,
    ...other,
  };
}

/** The same attempt when the provider was down. */
export function notAttempted(attempt: Attempt): Attempt {
  return { ...attempt, notAttempted: "HTTP 529", score: null, code: null, stage: "reply" };
}

/** An answer worth `score` to the only question of `template`. */
export function makeAnswer(
  model: string,
  template: string,
  score: number,
  other: Partial<QuizAnswer> = {},
): QuizAnswer {
  return {
    version: 1,
    model,
    question: `${template}#0`,
    template,
    topic: "returns",
    level: 1,
    lang: "en",
    attempt: 0,
    messages: [],
    reply: null,
    notAttempted: null,
    mark: { score, outcome: score > 0 ? "right" : "wrong", given: 0 },
    ...other,
  };
}

/** `prefix-01` … `prefix-n`. */
export function names(prefix: string, n: number): string[] {
  return Array.from({ length: n }, (_, i) => `${prefix}-${`${i + 1}`.padStart(2, "0")}`);
}

/** A ranking's input with task scores and template scores by model; one attempt each. */
export function makeInput(
  scores: Readonly<Record<string, { readonly tasks: readonly number[]; readonly quiz?: readonly number[] }>>,
  other: Partial<RankingInput> = {},
): RankingInput {
  const rows = Object.entries(scores);
  const tasks = names("design-x", Math.max(...rows.map(([, row]) => row.tasks.length)));
  const templates = names("quiz", Math.max(...rows.map(([, row]) => row.quiz?.length ?? 0)));
  return {
    benchmark: "0.1",
    run: "test",
    weights: defaultWeights,
    models: rows.map(([id]) => ({ id, baseline: id.startsWith("baseline/") })),
    attempts: rows.flatMap(([id, row]) => row.tasks.map((score, i) => makeAttempt(id, `${tasks[i]}`, score))),
    answers: rows.flatMap(([id, row]) => (row.quiz ?? []).map((score, i) => makeAnswer(id, `${templates[i]}`, score))),
    expected: { tasks, templates, attemptsPerTask: 1 },
    ...other,
  };
}

/** A random order of the same things. */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
