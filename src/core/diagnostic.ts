/** One error of the type check, in the coordinates of the model's own code. */
export interface Diagnostic {
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1. */
  readonly column: number;
  /** TypeScript's number, e.g. 2322. */
  readonly code: number;
  readonly message: string;
}

/** One literal worth a reader's look: evidence, not a verdict. */
export interface Literal {
  readonly kind: "date" | "year" | "timestamp" | "price-level";
  /** As written in the code. */
  readonly text: string;
  /** Line, from 1. */
  readonly line: number;
}
