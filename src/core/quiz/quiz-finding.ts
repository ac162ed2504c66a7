/** Something that is wrong with a question, a family of questions, or the whole paper. */
export interface QuizFinding {
  /** Template or item; `paper` for the whole. */
  readonly id: string;
  /** One word or two for the check that found it. */
  readonly check: string;
  /** What was found, what was wanted. */
  readonly message: string;
}
