import { printable } from "./printable.ts";

/** The stages of an attempt, in order: the rows of the failure funnel. */
export const stages = [
  "reply",
  "code",
  "type-check",
  "load",
  "run",
  "positions",
  "trades",
  "determinism",
  "look-ahead",
  "scored",
] as const;

/** One stage of an attempt. */
export type Stage = (typeof stages)[number];

/** What can be wrong with a model's answer; one list, used everywhere. */
export const failureKinds = [
  "refusal",
  "length-stop",
  "content-filter",
  "empty-reply",
  "no-code",
  "type-error",
  "load-error",
  "run-error",
  "timeout",
  "memory",
  "crashed",
  "bad-positions",
  "mandate-breach",
  "non-deterministic",
  "look-ahead",
  "unfaithful",
] as const;

/** One kind of failure. */
export type FailureKind = (typeof failureKinds)[number];

/** A fault of the model's: stored with the attempt, never thrown out of the pipeline. */
export interface Failure {
  readonly stage: Stage;
  readonly kind: FailureKind;
  /** What was found, what was wanted; one line or a few, bounded in length. */
  readonly message: string;
}

/** Longest message of a failure, UTF-16 units. */
const messageLength = 2000;

/**
 * A failure with a message fit for a terminal, a page and a line of JSON: at most 2,000 characters and "…", with U+FFFD for
 * control characters and lone surrogates. Messages quote what models and their programs say.
 */
export function failure(stage: Stage, kind: FailureKind, message: string): Failure {
  const bounded = message.length > messageLength ? `${message.slice(0, messageLength)}…` : message;
  return { stage, kind, message: printable(bounded) };
}

/** A fault of the user's (unknown task, unreadable file): shown without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** A fault of the world's (provider down, disk full) after the adapter's own retries: never counted against a model. */
export class WorldError extends Error {
  override readonly name = "WorldError";
}
