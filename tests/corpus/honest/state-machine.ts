// Breakout, hold, cool-down.
type State = { kind: "flat" } | { kind: "long"; since: number; top: number } | { kind: "cooling"; until: number };
export default {
  name: "state machine",
  decide(bars, ta) {
    const upper = ta.lag(ta.highest(bars.high, 20), 1);
    const target = new Float64Array(bars.length);
    let state: State = { kind: "flat" };
    for (let t = 0; t < bars.length; t++) {
      if (state.kind === "flat" && bars.close[t] > upper[t]) state = { kind: "long", since: t, top: bars.close[t] };
      else if (state.kind === "long") {
        state.top = Math.max(state.top, bars.close[t]);
        if (bars.close[t] < 0.95 * state.top || t - state.since > 60) state = { kind: "cooling", until: t + 5 };
      } else if (state.kind === "cooling" && t >= state.until) state = { kind: "flat" };
      target[t] = state.kind === "long" ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
