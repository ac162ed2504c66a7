import { attemptWords } from "./dictionary/attempt.ts";
import { backtestWords } from "./dictionary/backtest.ts";
import { exploreWords } from "./dictionary/explore.ts";
import { marketWords } from "./dictionary/market.ts";
import { pageWords } from "./dictionary/page.ts";
import { rankingWords } from "./dictionary/ranking.ts";
import { viewerWords } from "./dictionary/viewer.ts";

/** Languages of the pages. */
export const pageLangs = ["en", "zh"] as const;

/** One of them. */
export type PageLang = (typeof pageLangs)[number];

/** All that pages say in their own words: each phrase in English and in Chinese, with {names} to be filled in. */
export const dictionary: typeof pageWords &
  typeof rankingWords &
  typeof attemptWords &
  typeof backtestWords &
  typeof marketWords &
  typeof viewerWords &
  typeof exploreWords = {
  ...pageWords,
  ...rankingWords,
  ...attemptWords,
  ...backtestWords,
  ...marketWords,
  ...viewerWords,
  ...exploreWords,
};

/** The name of a phrase. */
export type Phrase = keyof typeof dictionary;

/** The {names} in a text. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What a phrase has to be given: nothing, or a value for each of its names. */
export type Values<Key extends Phrase, Value> =
  Names<(typeof dictionary)[Key][0]> extends never
    ? readonly []
    : readonly [values: Readonly<Record<Names<(typeof dictionary)[Key][0]>, Value>>];
