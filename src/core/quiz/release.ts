/** A text that must never stand in training data; every file of questions carries it. */
export const quizCanary = "walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3";

/** A release of the quiz: which questions are asked, and with which numbers. */
export interface QuizRelease {
  /** Year and month, YYYY-MM. */
  readonly release: string;
  /** Key of the seeds. A private suite publishes its hash instead, and the secret itself at retirement. */
  readonly secret: string;
}

/** The public suite: anybody can make its questions again. */
export const publicRelease: QuizRelease = { release: "2026-11", secret: "walkforward-public-2026-11-2f6b8d04" };

/** True if an entry with these dates is asked in `release` (YYYY-MM). */
export function inRelease(
  entry: { readonly released: string; readonly retired: string | null },
  release: string,
): boolean {
  return entry.released.slice(0, 7) <= release && (entry.retired === null || entry.retired.slice(0, 7) > release);
}

/** The dates of everything that is asked since the first release. */
export const sinceFirst: { readonly released: string; readonly retired: null } = {
  released: "2026-11-01",
  retired: null,
};
