import type { QuizItem } from "../item.ts";

/** Every authored item of the quiz, topic by topic. */
export const quizItems: readonly QuizItem[] = [];
