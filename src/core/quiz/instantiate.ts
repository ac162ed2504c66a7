import { createRandom, type Random } from "../random.ts";
import type { QuizItem } from "./item.ts";
import { type AnyValues, drawParameters } from "./parameter.ts";
import type { Question } from "./question.ts";
import type { AnswerForm, QuizTemplate } from "./template.ts";
import { formatQuantity } from "./unit.ts";

/** HMAC-SHA256 of a text under a key; given from outside because core has no cryptography of its own. */
export type Hmac = (key: string, text: string) => string;

/** Which instance is wanted. */
export interface InstanceSeed {
  readonly secret: string;
  readonly release: string;
  /** From 0. */
  readonly index: number;
  readonly hmac: Hmac;
}

/** Options of a choice made from a template. */
export const optionCount = 4;

const maximumDraws = 5000;

/** Values drawn for a question, its key, and the wrong solvers' values by name. */
export interface Draw {
  readonly values: AnyValues;
  readonly key: number;
  readonly wrong: readonly { readonly name: string; readonly value: number }[];
}

/** The instance of a template or item that belongs to a secret, a release and an index. Pure and repeatable. */
export function instantiate(entry: QuizTemplate | QuizItem, seed: InstanceSeed): Question {
  const random = createRandom(seed.hmac(seed.secret, `${seed.release}|${entry.id}|${seed.index}`));
  const id = `${entry.id}#${seed.index}`;
  return "options" in entry ? itemQuestion(entry, random, id) : templateQuestion(entry, random, id).question;
}

/** A question of a template and the values it shows. Throws if no draw in 5,000 makes a fair question. */
export function templateQuestion(
  template: QuizTemplate,
  random: Random,
  id: string,
): { readonly question: Question; readonly draw: Draw } {
  // The rank of the key among the options is drawn first and kept over redraws: so it is uniform exactly.
  const rank = random.int(optionCount);
  for (let attempt = 0; attempt < maximumDraws; attempt++) {
    const draw = drawOnce(template, random);
    const answer = draw === null ? null : makeAnswer(template.answer, draw, rank, random);
    if (draw !== null && answer !== null) {
      const { topic, level } = template;
      const text = template.text(draw.values);
      return { question: { id, template: template.id, topic, level, text, answer, rotationOf: null }, draw };
    }
  }
  throw new Error(`Template ${template.id}: no fair question in ${maximumDraws} draws (key rank ${rank})`);
}

function drawOnce(template: QuizTemplate, random: Random): Draw | null {
  const values = drawParameters(template.parameters, random);
  if (template.accept !== undefined && !template.accept(values)) return null;
  const key = template.solve(values);
  if (!Number.isFinite(key)) return null;
  const wrong = Object.entries(template.misconceptions)
    .map(([name, solve]) => ({ name, value: solve(values) }))
    .filter((option) => Number.isFinite(option.value));
  return { values, key, wrong };
}

function makeAnswer(form: AnswerForm, draw: Draw, rank: number, random: Random): Question["answer"] | null {
  return form.kind === "numeric" ? numericAnswer(form, draw) : choiceAnswer(form, draw, rank, random);
}

function numericAnswer(form: Extract<AnswerForm, { kind: "numeric" }>, draw: Draw): Question["answer"] | null {
  // A wrong method must never be marked right: it stays two tolerances away.
  if (draw.wrong.some((option) => Math.abs(option.value - draw.key) <= 2 * form.tolerance)) return null;
  // Two digits more than asked for: the last bits of exp and log may differ between machines.
  const value = Number(draw.key.toFixed(form.decimals + 2));
  return { kind: "numeric", value, tolerance: form.tolerance, unit: { en: form.unit.en, zh: form.unit.zh } };
}

/** Wrong options far enough from the key and from each other to be told apart by hand: two units, half a percent. */
function apart(a: number, b: number, decimals: number): boolean {
  return Math.abs(a - b) >= Math.max(2 * 10 ** -decimals, 0.005 * Math.max(Math.abs(a), Math.abs(b)));
}

function choiceAnswer(
  form: Extract<AnswerForm, { kind: "choice" }>,
  draw: Draw,
  rank: number,
  random: Random,
): Question["answer"] | null {
  const chosen: { readonly name: string | null; readonly value: number }[] = [{ name: null, value: draw.key }];
  let below = rank;
  let above = optionCount - 1 - rank;
  for (const option of shuffled(draw.wrong, random)) {
    if (!chosen.every((other) => apart(option.value, other.value, form.decimals))) continue;
    if (option.value < draw.key ? below-- > 0 : above-- > 0) chosen.push(option);
  }
  if (chosen.length < optionCount) return null;
  const options = shuffled(chosen, random);
  const show = (lang: "en" | "zh") => options.map((o) => formatQuantity(o.value, form.unit, form.decimals, lang));
  return {
    kind: "choice",
    options: { en: show("en"), zh: show("zh") },
    key: options.findIndex((option) => option.name === null),
    misconceptions: options.map((option) => option.name),
  };
}

/** An authored item with its options shuffled. */
export function itemQuestion(item: QuizItem, random: Random, id: string): Question {
  const options = shuffled(item.options, random);
  return {
    id,
    template: item.id,
    topic: item.topic,
    level: item.level,
    text: item.text,
    answer: {
      kind: "choice",
      options: { en: options.map((option) => option.text.en), zh: options.map((option) => option.text.zh) },
      key: options.findIndex((option) => option.misconception === null),
      misconceptions: options.map((option) => option.misconception),
    },
    rotationOf: null,
  };
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
