import type { Lang } from "../task.ts";
import type { QuizEntry } from "./template.ts";

/** An authored question without drawn numbers. */
export interface QuizItem extends QuizEntry {
  readonly text: Readonly<Record<Lang, string>>;
  /** Options in authored order; exactly one has no misconception: the key. */
  readonly options: readonly ItemOption[];
}

/** One option of an authored question. */
export interface ItemOption {
  readonly text: Readonly<Record<Lang, string>>;
  /** What somebody who picks it believes; null for the right one. */
  readonly misconception: string | null;
}

/** The right option. */
export function right(en: string, zh: string): ItemOption {
  return { text: { en, zh }, misconception: null };
}

/** A wrong option and the misconception behind it. */
export function wrong(misconception: string, en: string, zh: string): ItemOption {
  return { text: { en, zh }, misconception };
}
