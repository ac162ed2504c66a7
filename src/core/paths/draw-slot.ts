import { type Bars, sliceBars } from "../bars.ts";
import { createRandom, type Random } from "../random.ts";
import { disguise } from "./disguise.ts";
import type { DrawInput } from "./draw-paths.ts";
import { mirror } from "./mirror.ts";
import { drawNoise } from "./noise.ts";
import type { Path, PathKind, Regime } from "./path.ts";
import { regimeOf, trendStrength } from "./regime.ts";
import { hasStress, plantGap } from "./stress.ts";
import { drawTwin } from "./twin.ts";
import type { WindowSource } from "./window-source.ts";

/** A path with the window that it came from. */
export interface Slot {
  readonly path: Path;
  readonly source: WindowSource;
}

/** What a path shall be. */
export interface SlotRequest {
  readonly input: DrawInput;
  readonly sources: readonly WindowSource[];
  readonly regime: Regime;
  readonly stress: boolean;
  readonly kind: PathKind;
  /** Paths already drawn, whose windows are avoided. */
  readonly others: readonly Slot[];
  readonly id: string;
}

/** Windows tried an instrument and a level of strictness, and twins tried in all. */
const windowTries = 40;
const twinTries = 1000;

/** From this try on twins are driftless: a market that always rose has no falling twin, but half of its driftless ones fall. */
const driftlessFrom = 200;

/** From this try on, a twin that wants stress and has none is given a gap. */
const plantFrom = 400;

/** Shares of the scored bars that a window may have in common with one already drawn: strict first. */
const overlaps = [0, 0.5, 0.95];

const opposite: Readonly<Record<Regime, Regime>> = { rising: "falling", falling: "rising", flat: "flat" };

/** Draws one path of a kind, a regime and, where wanted, with stress; null where bounded effort finds none. */
export function drawSlot(request: SlotRequest): Slot | null {
  const { input, regime, stress, kind, id } = request;
  const random = createRandom(`${input.seed}|paths|${input.task.id}|${id}|${kind}|${regime}|${stress}`);
  return kind === "twin" ? drawTwinSlot(request, random) : drawWindowSlot(request, random);
}

/** A window of history as it was, or mirrored. */
function drawWindowSlot(request: SlotRequest, random: Random): Slot | null {
  const { input, sources, regime, stress, kind, others, id } = request;
  const { task } = input;
  const length = task.warmupBars + task.scoredBars;
  const mirrored = kind === "mirror";
  const order = shuffled(sources, random);
  for (const overlap of overlaps) {
    for (const source of order) {
      const starts = source.starts[mirrored ? opposite[regime] : regime];
      for (let i = 0; i < Math.min(windowTries, starts.length); i++) {
        const start = starts[random.int(starts.length)] as number;
        if (sharesBars(others, source, start, overlap * task.scoredBars, task.scoredBars)) continue;
        const window = sliceBars(source.bars, start, start + length);
        const bars = mirrored ? mirror(window) : window;
        if (stress && !hasStress(bars, task.warmupBars)) continue;
        return { path: finishPath({ task, source, start, bars, id, kind, random }), source };
      }
    }
  }
  return null;
}

/** True if a window has more than `allowed` scored bars in common with a window of history or its mirror already drawn. */
function sharesBars(
  others: readonly Slot[],
  source: WindowSource,
  start: number,
  allowed: number,
  scored: number,
): boolean {
  return others.some(({ path, source: other }) => {
    const window = path.kind === "history" || path.kind === "mirror";
    return window && other === source && scored - Math.abs(path.start - start) > allowed;
  });
}

/**
 * Twins are resampled until one has the regime, and the stress where it is wanted. Where 200 had not, twins without drift are
 * tried, and after 200 more a gap is planted in them: together they give every regime and stress to any market that moves.
 */
function drawTwinSlot(request: SlotRequest, random: Random): Slot | null {
  const { input, sources, regime, stress, kind, id } = request;
  const { task } = input;
  const length = task.warmupBars + task.scoredBars;
  for (let i = 0; i < twinTries; i++) {
    const source = sources[random.int(sources.length)] as WindowSource;
    const start = random.int(source.bars.length - length + 1);
    const draw = i < driftlessFrom ? drawTwin : drawNoise;
    const bars = draw(source.twins, start, length, random);
    if (stress && i >= plantFrom) plantGap(bars, task.warmupBars, task.warmupBars + random.int(task.scoredBars));
    if (regimeOf(trendStrength(bars, task.warmupBars)) !== regime) continue;
    if (stress && !hasStress(bars, task.warmupBars)) continue;
    const path = finishPath({ task, source, start, bars, id, kind, random });
    // Rescaling rounds prices: a twin on the very border of two regimes is passed over rather than mislabelled.
    if (path.regime === regime) return { path, source };
  }
  return null;
}

/** Disguises the bars and states what they are. */
export function finishPath(parts: {
  readonly task: DrawInput["task"];
  readonly source: WindowSource;
  readonly start: number;
  readonly bars: Bars;
  readonly id: string;
  readonly kind: PathKind;
  readonly random: Random;
}): Path {
  const { task, source, start, id, kind, random } = parts;
  const bars = disguise(parts.bars, random);
  return {
    id,
    kind,
    regime: regimeOf(trendStrength(bars, task.warmupBars)),
    stress: hasStress(bars, task.warmupBars),
    dataset: source.info.id,
    symbol: source.symbol,
    start,
    bars,
    warmupBars: task.warmupBars,
    costs: task.costs ?? source.info.costs,
  };
}

/** The items in random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}
