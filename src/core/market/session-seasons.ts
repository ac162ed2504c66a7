import type { MarketSpec } from "./market-spec.ts";

/** Five-minute bars of an exchange's hour. */
const finePerHour = 12;

/**
 * Volatility of each bar of a session against the mean, mean square 1: lively at the open and the close of an exchange (the U of
 * Wood, McInish and Ord, 1985, and Harris, 1986; its size as in Andersen and Bollerslev, 1997), a swell around 15:00 UTC, when
 * Europe and America are both awake, in a market that never closes. An hour of an exchange is the sum of its five-minute bars, its
 * last one of six.
 */
export function sessionSeasons(spec: Pick<MarketSpec, "session" | "interval">, sessionBars: number): Float64Array {
  if (spec.session === "exchange" && spec.interval === "1h") return normalised(hoursOf(exchangeShape(78), sessionBars));
  if (sessionBars === 1) return Float64Array.of(1);
  if (spec.session === "exchange") return normalised(exchangeShape(sessionBars));
  return normalised(
    Float64Array.from({ length: sessionBars }, (_, i) => {
      return 1 + 0.3 * Math.cos(2 * Math.PI * (i / (sessionBars - 1) - 0.625));
    }),
  );
}

function exchangeShape(sessionBars: number): Float64Array {
  return Float64Array.from({ length: sessionBars }, (_, i) => {
    const place = i / (sessionBars - 1);
    return 0.7 + 1.2 * (2 * place - 1) ** 4 + (i === 0 ? 0.5 : 0);
  });
}

function hoursOf(fine: Float64Array, hours: number): Float64Array {
  return Float64Array.from({ length: hours }, (_, hour) => {
    const within = fine.subarray(hour * finePerHour, (hour + 1) * finePerHour);
    return Math.sqrt(within.reduce((sum, value) => sum + value * value, 0));
  });
}

function normalised(shape: Float64Array): Float64Array {
  const square = shape.reduce((sum, value) => sum + value * value, 0) / shape.length;
  return shape.map((value) => value / Math.sqrt(square));
}
