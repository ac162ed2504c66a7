// Bars as a stream.
function* signals(bars: Bars): Generator<number> {
  let run = 0;
  for (let t = 0; t < bars.length; t++) {
    run = t > 0 && bars.close[t] > bars.close[t - 1] ? run + 1 : 0;
    yield run >= 3 ? 1 : 0;
  }
}
export default {
  decide(bars) {
    return { target: [...signals(bars)] };
  },
} satisfies Strategy;
