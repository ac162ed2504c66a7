import type { Lang } from "../task.ts";

/** One question as asked: an instance of a template or an authored item, with its options shuffled. */
export interface Question {
  /** `<template or item id>#<index>`; stable within a release. */
  readonly id: string;
  /** The template or item it is an instance of: the unit of the quiz statistics. */
  readonly template: string;
  readonly topic: string;
  readonly level: 1 | 2 | 3;
  /** The text in each language, without the options. */
  readonly text: Readonly<Record<Lang, string>>;
  readonly answer: /** Multiple choice: options A, B, C … in shown order; `key` indexes the right one. */
    | {
        readonly kind: "choice";
        readonly options: Readonly<Record<Lang, readonly string[]>>;
        readonly key: number;
        /** The misconception behind each option; null for the right one. */
        readonly misconceptions: readonly (string | null)[];
      }
    /** A number: right within `tolerance` (absolute, in `unit`). */
    | {
        readonly kind: "numeric";
        readonly value: number;
        readonly tolerance: number;
        readonly unit: Readonly<Record<Lang, string>>;
      };
  /** Set on the second asking of an item in another rotation of its options: the id of the first. */
  readonly rotationOf: string | null;
}

/** What a reply to a question was worth. */
export interface QuizMark {
  /** 1 right; −1/(m−1) wrong of m options, 0 wrong number; 0 no readable answer. */
  readonly score: number;
  readonly outcome: "right" | "wrong" | "unparsable";
  /** The option index or number read from the reply; null if unparsable. */
  readonly given: number | null;
}
