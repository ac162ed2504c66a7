import { checkItem, checkItemWording } from "./check-item.ts";
import { checkTemplate } from "./check-template.ts";
import { composeQuiz, type QuizPlan } from "./compose-quiz.ts";
import type { Question } from "./question.ts";
import type { QuizFinding } from "./quiz-finding.ts";
import { topics } from "./topics.ts";

/** What was looked at, and what was found. */
export interface QuizCheck {
  readonly templates: number;
  readonly items: number;
  readonly questions: number;
  /** Share of the questions of the paper that ask for a number. */
  readonly numericShare: number;
  readonly draws: number;
  readonly findings: readonly QuizFinding[];
}

/** Share of numeric questions that a paper must have at least. */
const smallestNumericShare = 0.4;

/** Proves the quiz: each template over `draws` instances (default 1,000), each item, and the paper composed of them. */
export function checkQuiz(plan: QuizPlan, options: { readonly draws?: number } = {}): QuizCheck {
  const draws = options.draws ?? 1000;
  const findings: QuizFinding[] = [
    ...checkIds(plan),
    ...plan.templates.flatMap((template) => checkTemplate(template, draws)),
    ...plan.items.flatMap(checkItem),
    ...checkItemWording(plan.items),
  ];
  const { templates, items } = plan;
  // A template without a fair draw cannot be composed: its own finding says so already.
  if (findings.some((finding) => finding.check === "draw")) {
    return { templates: templates.length, items: items.length, questions: 0, numericShare: 0, draws, findings };
  }
  const paper = composeQuiz(plan);
  const numericShare =
    paper.filter((question) => question.answer.kind === "numeric").length / Math.max(1, paper.length);
  findings.push(...checkBalance(paper), ...checkMix(paper, numericShare));
  return { templates: templates.length, items: items.length, questions: paper.length, numericShare, draws, findings };
}

function checkIds(plan: QuizPlan): readonly QuizFinding[] {
  const ids = [...plan.templates, ...plan.items].map((entry) => entry.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const bad = ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id));
  return [
    ...twice.map((id) => ({ id, check: "id", message: "The id is used twice; every template and item needs its own" })),
    ...bad.map((id) => ({ id, check: "id", message: "Ids are lower-case words with hyphens, at least two" })),
  ];
}

/** Counts of key positions over questions with equally many options differ by at most one. */
function checkBalance(paper: readonly Question[]): readonly QuizFinding[] {
  const counts = new Map<number, number[]>();
  for (const { answer } of paper) {
    if (answer.kind !== "choice") continue;
    const size = answer.misconceptions.length;
    const row = counts.get(size) ?? Array.from({ length: size }, () => 0);
    row[answer.key] = (row[answer.key] ?? 0) + 1;
    counts.set(size, row);
  }
  return [...counts.values()]
    .filter((row) => Math.max(...row) - Math.min(...row) > 1)
    .map((row) => ({ id: "paper", check: "key balance", message: `Keys stand ${row.join(", ")} times at A, B, C …` }));
}

function checkMix(paper: readonly Question[], numericShare: number): readonly QuizFinding[] {
  const findings: QuizFinding[] = [];
  if (numericShare < smallestNumericShare) {
    const message = `${(100 * numericShare).toFixed(1)} % of the questions ask for a number, wanted at least 40 %`;
    findings.push({ id: "paper", check: "numeric share", message });
  }
  for (const topic of topics) {
    if (paper.some((question) => question.topic === topic)) continue;
    findings.push({ id: "paper", check: "topics", message: `No question on ${topic}` });
  }
  return findings;
}
