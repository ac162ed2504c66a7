import { createRandom, type Random } from "../random.ts";
import { type Hmac, instantiate, shuffled } from "./instantiate.ts";
import type { QuizItem } from "./item.ts";
import type { Question } from "./question.ts";
import { inRelease, type QuizRelease } from "./release.ts";
import type { QuizTemplate } from "./template.ts";

/** What a paper is made from. */
export interface QuizPlan extends QuizRelease {
  readonly hmac: Hmac;
  readonly templates: readonly QuizTemplate[];
  readonly items: readonly QuizItem[];
  /** Questions without the rotations; default: one of each template and item. More repeat templates, new numbers. */
  readonly count?: number;
  /** Share of the choice questions asked a second time with their options rotated; default 0.1. */
  readonly rotationShare?: number;
}

type ChoiceAnswer = Extract<Question["answer"], { kind: "choice" }>;
type ChoiceQuestion = Question & { readonly answer: ChoiceAnswer };

/**
 * The paper of a release: each template and item once, then the rotations. Over choice questions with the same number
 * of options every key position comes equally often (counts differ by at most one). The same plan gives the same bytes.
 */
export function composeQuiz(plan: QuizPlan): readonly Question[] {
  const random = createRandom(plan.hmac(plan.secret, `${plan.release}|paper`));
  const base = chooseEntries(plan, random).map(({ entry, index }) =>
    instantiate(entry, { secret: plan.secret, release: plan.release, index, hmac: plan.hmac }),
  );
  const choices = base.filter(isChoice);
  const twice = shuffled(choices, random).slice(0, Math.round(choices.length * (plan.rotationShare ?? 0.1)));
  const rotations = choices.filter((question) => twice.includes(question)).map(asRotation);
  const placed = balanceKeys([...choices, ...rotations], random);
  return [
    ...base.map((question) => placed.get(question.id) ?? question),
    ...rotations.map((r) => placed.get(r.id) ?? r),
  ];
}

function chooseEntries(
  plan: QuizPlan,
  random: Random,
): readonly { readonly entry: QuizTemplate | QuizItem; readonly index: number }[] {
  const templates = plan.templates.filter((entry) => inRelease(entry, plan.release));
  const items = plan.items.filter((entry) => inRelease(entry, plan.release));
  const once = [...templates, ...items].map((entry) => ({ entry, index: 0 }));
  const count = plan.count ?? once.length;
  if (count < once.length) {
    const kept = new Set(shuffled(once, random).slice(0, count));
    return once.filter((choice) => kept.has(choice));
  }
  const more = Array.from({ length: templates.length === 0 ? 0 : count - once.length }, (_, i) => ({
    entry: templates[i % templates.length] as QuizTemplate,
    index: 1 + Math.floor(i / templates.length),
  }));
  return [...once, ...more];
}

function isChoice(question: Question): question is ChoiceQuestion {
  return question.answer.kind === "choice";
}

function asRotation(question: ChoiceQuestion): ChoiceQuestion {
  return { ...question, id: `${question.id}r`, rotationOf: question.id };
}

/** Rotates the options of each question so that the key positions are balanced, and differ between two askings. */
function balanceKeys(questions: readonly ChoiceQuestion[], random: Random): ReadonlyMap<string, Question> {
  const placed = new Map<string, Question>();
  for (const size of new Set(questions.map((question) => question.answer.misconceptions.length))) {
    const group = questions.filter((question) => question.answer.misconceptions.length === size);
    const start = random.int(size);
    const positions = group.map((_, i) => (start + i) % size);
    for (const [i, question] of inPairs(group, random).entries()) {
      placed.set(question.id, { ...question, answer: rotate(question.answer, positions[i] as number) });
    }
  }
  return placed;
}

/**
 * The two askings of an item side by side, in random order, then the rest, shuffled: dealt round the positions, two
 * neighbours never get the same one.
 */
function inPairs(group: readonly ChoiceQuestion[], random: Random): readonly ChoiceQuestion[] {
  const rotations = shuffled(
    group.filter((question) => question.rotationOf !== null),
    random,
  );
  const pairs = rotations.flatMap((second) =>
    shuffled([second, ...group.filter((first) => first.id === second.rotationOf)], random),
  );
  const rest = group.filter((question) => !pairs.includes(question));
  return [...pairs, ...shuffled(rest, random)];
}

function rotate(answer: ChoiceAnswer, key: number): ChoiceAnswer {
  const size = answer.misconceptions.length;
  const turn = <T>(list: readonly T[]): readonly T[] =>
    list.map((_, i) => list[(i + answer.key - key + size) % size] as T);
  return {
    kind: "choice",
    options: { en: turn(answer.options.en), zh: turn(answer.options.zh) },
    key,
    misconceptions: turn(answer.misconceptions),
  };
}
