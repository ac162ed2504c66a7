// must fail: unfaithful — rounds to the nearest step instead of down
import type { Strategy } from "walkforward";

/** Sample standard deviation of the 30 log returns up to each bar; NaN before bar 30. */
function deviations(close: Float64Array): Float64Array {
  const n = 30;
  const out = new Float64Array(close.length).fill(NaN);
  for (let t = n; t < close.length; t++) {
    let sum = 0;
    for (let i = t - n + 1; i <= t; i++) sum += Math.log((close[i] as number) / (close[i - 1] as number));
    const mean = sum / n;
    let squares = 0;
    for (let i = t - n + 1; i <= t; i++) {
      const r = Math.log((close[i] as number) / (close[i - 1] as number)) - mean;
      squares += r * r;
    }
    out[t] = Math.sqrt(squares / (n - 1));
  }
  return out;
}

export default {
  name: "MACD direction in steps of volatility",
  decide(bars, ta) {
    const { histogram } = ta.macd(bars.close, 12, 26, 9);
    const deviation = deviations(bars.close);
    const target = new Float64Array(bars.length);
    let direction = 0;
    let held = 0;
    for (let t = 0; t < bars.length; t++) {
      const h = histogram[t] as number;
      const vol = (deviation[t] as number) * Math.sqrt(bars.barsPerYear);
      if (!Number.isNaN(h) && !Number.isNaN(vol)) {
        const steps = Math.round(10 * Math.min(1, 0.4 / vol));
        const wanted = h > 0 ? 1 : h < 0 ? -1 : direction;
        if (wanted !== direction) {
          direction = wanted;
          held = steps;
        } else if (Math.abs(steps - held) >= 2) {
          held = steps;
        }
      }
      target[t] = (direction * held) / 10;
    }
    return { target };
  },
} satisfies Strategy;
