import type { Lang } from "../task.ts";
import type { ParameterSpecs, ParameterValues } from "./parameter.ts";
import type { Topic } from "./topics.ts";
import type { Unit } from "./unit.ts";

/** What templates and items have in common. */
export interface QuizEntry {
  /** Lower-case words with hyphens, unique over templates and items. */
  readonly id: string;
  readonly topic: Topic;
  /** 1 easy … 3 hard; 3 is never answerable by recall alone. */
  readonly level: 1 | 2 | 3;
  /** Dates, YYYY-MM-DD; `retired` null while it is asked. */
  readonly released: string;
  readonly retired: string | null;
}

/** How the answer is given. */
export type AnswerForm =
  /** A number, right within `tolerance` (absolute, in `unit`); `decimals` is what the text asks for. */
  | { readonly kind: "numeric"; readonly unit: Unit; readonly decimals: number; readonly tolerance: number }
  /** Four options of `decimals` digits: the key and three of the misconceptions. */
  | { readonly kind: "choice"; readonly unit: Unit; readonly decimals: number };

/** A function of the drawn values. Declared as a method so that templates of different parameters share one list. */
type Of<V, R> = { of(values: V): R }["of"];

/** A family of questions: typed parameters, a text and a solver, with wrong solvers beside the right one. */
export interface TemplateSpec<P extends ParameterSpecs> extends QuizEntry {
  readonly parameters: P;
  readonly answer: AnswerForm;
  /** The question in each language; shows every parameter in full, and the same numbers in both. */
  readonly text: Of<ParameterValues<P>, Readonly<Record<Lang, string>>>;
  /** The right answer in the unit of `answer`, from the shown values alone. */
  readonly solve: Of<ParameterValues<P>, number>;
  /**
   * Wrong solvers by the name of the misconception. For a choice they are the wrong options: at least three must come
   * out below and three above the key in some draws, so that the rank of the key tells nothing. For a number none may
   * fall within the tolerance. A solver may answer NaN where the misconception makes no sense.
   */
  readonly misconceptions: Readonly<Record<string, Of<ParameterValues<P>, number>>>;
  /** Refuses draws that make no good question (a flat path, an untouched stop). */
  readonly accept?: Of<ParameterValues<P>, boolean>;
}

/** A template of any parameters. */
export type QuizTemplate = TemplateSpec<ParameterSpecs>;

/** Checks the types of a template against its own parameters. */
export function defineTemplate<const P extends ParameterSpecs>(spec: TemplateSpec<P>): QuizTemplate {
  return spec;
}
