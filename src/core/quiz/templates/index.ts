import type { QuizTemplate } from "../template.ts";
import { returnsRisk } from "./returns-risk.ts";

/** Every template of the quiz, topic by topic. */
export const quizTemplates: readonly QuizTemplate[] = [...returnsRisk];
