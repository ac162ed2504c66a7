import type { TaskSpec, Track } from "../task.ts";

/** How much a run asks. */
export interface Suite {
  readonly name: string;
  /** At most so many tasks of each track, easiest first; null = all. */
  readonly tasks: Readonly<Record<Track, number | null>>;
  /** At most so many quiz questions; null = the whole paper. */
  readonly questions: number | null;
  /** Attempts of each model at each strategy task, unless the user says otherwise. */
  readonly attempts: number;
}

/**
 * The suites. `quick` leaves out the speed track: CPU times are measured anew in every run, and a quick run must give
 * the same bytes each time.
 */
export const suites: readonly Suite[] = [
  {
    name: "quick",
    tasks: { design: null, improve: null, implement: 3, repair: 2, speed: 0 },
    questions: 40,
    attempts: 1,
  },
  {
    name: "core",
    tasks: { design: null, improve: null, implement: null, repair: null, speed: null },
    questions: null,
    attempts: 1,
  },
  {
    name: "full",
    tasks: { design: null, improve: null, implement: null, repair: null, speed: null },
    questions: null,
    attempts: 4,
  },
];

/** The tasks of a suite out of all that are released and not retired, in order of id. */
export function selectTasks(suite: Suite, tasks: readonly TaskSpec[]): readonly TaskSpec[] {
  const live = tasks.filter((task) => task.retired === null);
  const byLevel = live.toSorted((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
  const taken = new Map<Track, number>();
  const chosen = byLevel.filter((task) => {
    const limit = suite.tasks[task.track];
    const count = taken.get(task.track) ?? 0;
    if (limit !== null && count >= limit) return false;
    taken.set(task.track, count + 1);
    return true;
  });
  return chosen.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
