import type { Attempt } from "../core/attempt.ts";

/** Where the page of an attempt is, relative to the page that links to it. */
export type AttemptHref = (attempt: Pick<Attempt, "model" | "task" | "lang" | "attempt">) => string;
