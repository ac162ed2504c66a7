import { attemptPath, folderName } from "../../adapters/run-folder/file-names.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import type { RunLinks } from "../../report/run-links.ts";

/** Rows among which every pair has a page: beyond them pages would grow with the square of the rows. */
export const firstPairs = 12;

/** Two models that have a page of their own, the better one first. */
export interface PagePair {
  readonly a: string;
  readonly b: string;
}

/** The pairs that have a page: those compared among the first rows, and neighbours. */
export function pagePairs({ pairs, models }: Ranking): readonly PagePair[] {
  const compared = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const order = models.filter((row) => compared.has(row.model)).map((row) => row.model);
  const place = new Map(order.map((model, i) => [model, i]));
  return pairs.filter(({ a, b }) => {
    const [i = 0, j = 0] = [place.get(a), place.get(b)];
    return Math.max(i, j) < firstPairs || Math.abs(i - j) === 1;
  });
}

/** From the run folder, with slashes on every system. */
export const pageFiles: {
  readonly home: string;
  readonly model: (model: string) => string;
  readonly task: (task: string) => string;
  readonly pair: (pair: PagePair) => string;
  readonly attempt: RunLinks["attempt"];
} = {
  home: "index.html",
  model: (model) => `models/${folderName(model)}.html`,
  task: (task) => `tasks/${folderName(task)}.html`,
  pair: ({ a, b }) => {
    const names = [folderName(a), folderName(b)];
    // "a--b" against "c" must not be "a" against "b--c".
    const clear = names.every((name) => !name.includes("--") && !name.startsWith("-") && !name.endsWith("-"));
    return `pairs/${clear ? names.join("--") : folderName(`${a}\n${b}`)}.html`;
  },
  attempt: (key) => `strategies/${attemptPath(key).replaceAll("\\", "/")}.html`,
};

/** The links of a page that lies so many folders below the run folder. */
export function linksFrom(depth: number, ranking: Ranking, tasks: readonly string[]): RunLinks {
  const up = "../".repeat(depth);
  const models = new Set(ranking.models.map((row) => row.model));
  const known = new Set(tasks);
  const pairs = new Map(pagePairs(ranking).map((pair) => [`${pair.a}\n${pair.b}`, up + pageFiles.pair(pair)]));
  return {
    home: up + pageFiles.home,
    model: (model) => (models.has(model) ? up + pageFiles.model(model) : null),
    task: (task) => (known.has(task) ? up + pageFiles.task(task) : null),
    pair: (a, b) => pairs.get(`${a}\n${b}`) ?? pairs.get(`${b}\n${a}`) ?? null,
    firstPairs,
    attempt: (key) => up + pageFiles.attempt(key),
  };
}
