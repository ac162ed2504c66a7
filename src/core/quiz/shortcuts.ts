import type { Lang } from "../task.ts";
import type { Question } from "./question.ts";

type Choice = Extract<Question["answer"], { kind: "choice" }>;

/** A way to pick an option without understanding the question. */
export interface Shortcut {
  readonly name: string;
  /** The options it would pick from at random; empty where it says nothing. */
  readonly pick: (answer: Choice) => readonly number[];
}

/** Shortcuts over the shown numbers of options made by templates. */
export const numberShortcuts: readonly Shortcut[] = [
  { name: "largest", pick: (a) => byRank(a, (n) => [n - 1]) },
  { name: "smallest", pick: (a) => byRank(a, () => [0]) },
  { name: "middle", pick: (a) => byRank(a, (n) => [Math.floor((n - 1) / 2), Math.ceil((n - 1) / 2)]) },
  { name: "lower middle", pick: (a) => byRank(a, (n) => [Math.floor((n - 1) / 2)]) },
  { name: "upper middle", pick: (a) => byRank(a, (n) => [Math.ceil((n - 1) / 2)]) },
  { name: "only negative", pick: (a) => lone(numbers(a).map((value) => value < 0)) },
  { name: "only positive", pick: (a) => lone(numbers(a).map((value) => value > 0)) },
];

/** Shortcuts over the wording of authored options. */
export function textShortcuts(lang: Lang): readonly Shortcut[] {
  const lengths = (a: Choice): readonly number[] => a.options[lang].map((option) => option.length);
  const equalTo = (a: Choice, wanted: number): readonly number[] =>
    lengths(a).flatMap((length, i) => (length === wanted ? [i] : []));
  return [
    { name: `longest text (${lang})`, pick: (a) => equalTo(a, Math.max(...lengths(a))) },
    { name: `shortest text (${lang})`, pick: (a) => equalTo(a, Math.min(...lengths(a))) },
  ];
}

/** How often a shortcut found the key. */
export interface ShortcutResult {
  readonly name: string;
  /** Questions on which it picked something. */
  readonly tried: number;
  /** Share of them that it got right, ties counted in proportion; null if it never picked. */
  readonly rate: number | null;
  /** The share that chance explains: 1/m plus `sigmas` standard errors; null as `rate`. */
  readonly limit: number | null;
}

/** Tries a shortcut on questions of equally many options. */
export function tryShortcut(shortcut: Shortcut, answers: readonly Choice[], sigmas: number): ShortcutResult {
  let tried = 0;
  let found = 0;
  for (const answer of answers) {
    const picked = shortcut.pick(answer);
    if (picked.length === 0) continue;
    tried++;
    if (picked.includes(answer.key)) found += 1 / picked.length;
  }
  if (tried === 0) return { name: shortcut.name, tried, rate: null, limit: null };
  const chance = 1 / (answers[0]?.misconceptions.length ?? 1);
  return {
    name: shortcut.name,
    tried,
    rate: found / tried,
    limit: chance + sigmas * Math.sqrt((chance * (1 - chance)) / tried),
  };
}

function numbers(answer: Choice): readonly number[] {
  return answer.options.en.map((option) => Number.parseFloat(option.replaceAll(",", "")));
}

function byRank(answer: Choice, ranks: (count: number) => readonly number[]): readonly number[] {
  const values = numbers(answer);
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  return [...new Set(ranks(values.length))].map((rank) => order[rank] as number);
}

/** The one option that is marked; none if there are several. */
function lone(marks: readonly boolean[]): readonly number[] {
  const marked = marks.flatMap((mark, i) => (mark ? [i] : []));
  return marked.length === 1 ? marked : [];
}
