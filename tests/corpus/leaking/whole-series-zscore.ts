// Normalises by the mean and deviation of the whole series.
export default {
  decide(bars) {
    const closes = Array.from(bars.close);
    const mean = closes.reduce((a, b) => a + b, 0) / closes.length;
    const sd = Math.sqrt(closes.reduce((a, b) => a + (b - mean) ** 2, 0) / closes.length);
    return { target: closes.map((c) => Math.max(-1, Math.min(1, (mean - c) / sd))) };
  },
} satisfies Strategy;
