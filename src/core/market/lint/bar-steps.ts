const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `5m`, `1h`, `1d`, `1w` as milliseconds; NaN for other text. */
export function intervalMs(interval: string): number {
  const match = /^([1-9]\d*)([mhdw])$/.exec(interval);
  return match === null ? Number.NaN : Number(match[1]) * (units[match[2] ?? ""] ?? Number.NaN);
}

/** How often each step between neighbouring times occurs, in one pass. `time` increases. */
export function stepCounts(time: Float64Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let step = Number.NaN;
  let run = 0;
  for (let t = 1; t < time.length; t++) {
    const next = (time[t] as number) - (time[t - 1] as number);
    if (next === step) {
      run += 1;
      continue;
    }
    if (run > 0) counts.set(step, (counts.get(step) ?? 0) + run);
    step = next;
    run = 1;
  }
  if (run > 0) counts.set(step, (counts.get(step) ?? 0) + run);
  return counts;
}

/** The commonest step, the shorter of two; NaN of fewer than two bars. */
export function modalStep(counts: ReadonlyMap<number, number>): number {
  let best = Number.NaN;
  let most = 0;
  for (const [step, count] of counts) {
    if (count > most || (count === most && step < best)) {
      best = step;
      most = count;
    }
  }
  return best;
}
