import { UserError } from "../failure.ts";
import type { Dataset } from "../market/dataset.ts";
import { createRandom } from "../random.ts";
import type { TaskSpec } from "../task.ts";
import { drawSlot, finishPath, type Slot } from "./draw-slot.ts";
import { drawNoise } from "./noise.ts";
import type { Path, PathKind, Regime } from "./path.ts";
import { leastStressBars } from "./stress.ts";
import { type WindowSource, windowSources } from "./window-source.ts";

/** What the paths of a task are drawn from. */
export interface DrawInput {
  readonly task: Pick<TaskSpec, "id" | "classes" | "interval" | "warmupBars" | "scoredBars" | "costs">;
  /** All datasets at hand; those of another class or interval, or unfit for scoring, are left aside. */
  readonly datasets: readonly Dataset[];
  /** The run's seed. */
  readonly seed: string;
  /** Number of scored paths, ≥ 1; 8 by default. */
  readonly count?: number;
}

/** The paths of a task. */
export interface DrawnPaths {
  /** `p1`, `p2` …: the scored paths. */
  readonly paths: readonly Path[];
  /** A driftless path, not scored. */
  readonly noise: Path;
}

/** What the eight paths are: 3 rising, 3 falling, 2 flat; 4 history, 2 mirror, 2 twin. Other counts go round again or stop early. */
const plan: readonly (readonly [Regime, PathKind])[] = [
  ["rising", "history"],
  ["falling", "history"],
  ["flat", "history"],
  ["rising", "mirror"],
  ["falling", "mirror"],
  ["rising", "twin"],
  ["falling", "twin"],
  ["flat", "history"],
];

/** What stands in where a kind has no window of the wanted regime. A twin is resampled until it has it. */
const standIns: Readonly<Record<PathKind, readonly PathKind[]>> = {
  history: ["history", "mirror", "twin"],
  mirror: ["mirror", "history", "twin"],
  twin: ["twin", "history", "mirror"],
  noise: [],
};

/**
 * Draws the paths of a task: the same for every model, and the same for the same seed and datasets. Per 8 paths: 3 rising,
 * 3 falling and 2 flat, at least 2 with stress (none with under 40 scored bars), at least half of them history. Where history has no window of a regime,
 * mirrors and then twins (in the end driftless ones) stand in, and other places become history instead as far as there is any: the regimes and the
 * stress always hold, the share of history where the datasets allow it.
 * Throws `UserError` where no dataset fits, or where bounded resampling finds no path of a regime or with stress.
 */
export function drawPaths(input: DrawInput): DrawnPaths {
  const sources = windowSources(input);
  const count = input.count ?? plan.length;
  const slots: Slot[] = [];
  for (let i = 0; i < count; i++) {
    const [regime, kind] = plan[i % plan.length] as readonly [Regime, PathKind];
    slots.push(fillSlot(input, sources, { regime, stress: false }, standIns[kind], slots, `p${i + 1}`));
  }
  preferHistory(input, sources, slots);
  ensureStress(input, sources, slots);
  return { paths: slots.map((slot) => slot.path), noise: drawNoisePath(input, sources) };
}

interface Wanted {
  readonly regime: Regime;
  readonly stress: boolean;
}

/** The first kind of `kinds` that gives a path as wanted. */
function fillSlot(
  input: DrawInput,
  sources: readonly WindowSource[],
  wanted: Wanted,
  kinds: readonly PathKind[],
  others: readonly Slot[],
  id: string,
): Slot {
  for (const kind of kinds) {
    const slot = drawSlot({ input, sources, ...wanted, kind, others, id });
    if (slot !== null) return slot;
  }
  const names = sources.map((source) => source.info.id).join(", ");
  const what = `${wanted.regime} path${wanted.stress ? " with stress" : ""}`;
  throw new UserError(`task ${input.task.id}: no ${what} found in ${names}; add a longer or livelier dataset`);
}

/** Turns mirrors and twins into history while less than half of the paths is history and there are windows for it. */
function preferHistory(input: DrawInput, sources: readonly WindowSource[], slots: Slot[]): void {
  for (const [i, slot] of slots.entries()) {
    if (2 * slots.filter((other) => other.path.kind === "history").length >= slots.length) return;
    if (slot.path.kind === "history") continue;
    const { id, regime } = slot.path;
    const others = slots.filter((other) => other !== slot);
    slots[i] = drawSlot({ input, sources, regime, stress: false, kind: "history", others, id }) ?? slot;
  }
}

/** Replaces calm paths by stressed ones of the same regime until a quarter has stress: of the same kind first, then by twins. */
function ensureStress(input: DrawInput, sources: readonly WindowSource[], slots: Slot[]): void {
  const wanted = input.task.scoredBars < leastStressBars ? 0 : Math.floor(slots.length / 4);
  const missing = (): boolean => slots.filter((slot) => slot.path.stress).length < wanted;
  for (const [i, slot] of slots.entries()) {
    if (!missing()) return;
    if (slot.path.stress) continue;
    const { id, regime, kind } = slot.path;
    const others = slots.filter((other) => other !== slot);
    slots[i] = drawSlot({ input, sources, regime, stress: true, kind, others, id }) ?? slot;
  }
  for (const [i, slot] of [...slots.entries()].reverse()) {
    if (!missing()) return;
    if (slot.path.stress) continue;
    const others = slots.filter((other) => other !== slot);
    slots[i] = fillSlot(input, sources, { regime: slot.path.regime, stress: true }, ["twin"], others, slot.path.id);
  }
}

function drawNoisePath(input: DrawInput, sources: readonly WindowSource[]): Path {
  const { task, seed } = input;
  const random = createRandom(`${seed}|paths|${task.id}|noise`);
  const source = sources[random.int(sources.length)] as WindowSource;
  const length = task.warmupBars + task.scoredBars;
  const start = random.int(source.bars.length - length + 1);
  const bars = drawNoise(source.twins, start, length, random);
  return finishPath({ task, source, start, bars, id: "noise", kind: "noise", random });
}
