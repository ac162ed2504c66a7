import { scaleLinear, scaleLog, scaleUtc } from "d3-scale";

/** How numbers are laid out along an axis: `time` are milliseconds UTC; `log` wants numbers above 0. */
export type AxisKind = "linear" | "log" | "time";

/** From numbers to pixels. */
export interface Scale {
  readonly kind: AxisKind;
  readonly at: (value: number) => number;
  /** Round numbers inside the domain, about `count` of them. */
  readonly ticks: (count: number) => readonly number[];
  readonly domain: readonly [low: number, high: number];
}

/** A scale of the kind over a domain, widened to round ends where `nice`. A domain of no width is given one. */
export function makeScale(
  kind: AxisKind,
  domain: readonly [number, number],
  range: readonly [number, number],
  nice: boolean,
): Scale {
  const [low, high] = spread(kind, domain);
  if (kind === "time") {
    const scale = scaleUtc().domain([low, high]).range(range);
    return {
      kind,
      at: (value) => scale(value),
      ticks: (count) => scale.ticks(count).map(Number),
      domain: [low, high],
    };
  }
  const scale = (kind === "log" ? scaleLog() : scaleLinear()).domain([low, high]).range(range);
  if (nice) scale.nice();
  const [from = low, to = high] = scale.domain();
  return { kind, at: (value) => scale(value), ticks: (count) => ticksOf(kind, scale, count), domain: [from, to] };
}

function spread(kind: AxisKind, [low, high]: readonly [number, number]): readonly [number, number] {
  if (low < high) return [low, high];
  if (kind === "log") return [low / 1.1, high * 1.1];
  const half = Math.abs(low) > 0 ? Math.abs(low) / 10 : 1;
  return [low - half, high + half];
}

/** Of a logarithmic axis under two decades the ticks of a linear one: 1, 1.2, 1.4 say more than 1. */
function ticksOf(
  kind: AxisKind,
  scale: { ticks(count: number): number[]; domain(): number[] },
  count: number,
): readonly number[] {
  const ticks = scale.ticks(count);
  if (kind !== "log" || ticks.length <= count + 2) return ticks;
  const [low = 1, high = 10] = scale.domain();
  if (high / low < 20) return scaleLinear().domain([low, high]).ticks(count);
  const step = Math.ceil(Math.log10(high / low) / count);
  return ticks.filter((value) => {
    const decade = Math.log10(value);
    return Math.abs(decade - Math.round(decade)) < 1e-9 && Math.round(decade) % step === 0;
  });
}

/** Year, month or day of a time, as fine as the span of the axis needs: "2004", "2004-03", "03-14", "09:30". */
export function timeLabel(spanMs: number): (time: number) => string {
  const days = spanMs / 86_400_000;
  const [from, to] = days > 1500 ? [0, 4] : days > 120 ? [0, 7] : days > 3 ? [5, 10] : [11, 16];
  return (time) => new Date(time).toISOString().slice(from, to);
}
