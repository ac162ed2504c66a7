// A rolling maximum by a queue, and a long dry spell rule.
export default {
  decide(bars) {
    const queue: number[] = [];
    const target = new Float64Array(bars.length);
    for (let t = 0; t < bars.length; t++) {
      while (queue.length > 0 && bars.high[queue[queue.length - 1]] <= bars.high[t]) queue.pop();
      queue.push(t);
      if (queue[0] <= t - 50) queue.shift();
      target[t] = t - queue[0] < 5 ? 1 : 0;
    }
    return { target };
  },
} satisfies Strategy;
