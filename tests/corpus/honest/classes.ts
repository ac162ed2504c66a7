// A class per indicator, fed bar by bar.
class Average {
  private readonly values: number[] = [];
  constructor(private readonly n: number) {}
  next(value: number): number {
    this.values.push(value);
    if (this.values.length > this.n) this.values.shift();
    return this.values.reduce((a, b) => a + b, 0) / this.values.length;
  }
}
class CrossOver implements Strategy {
  readonly name = "cross-over";
  decide(bars: Bars): Positions {
    const fast = new Average(5);
    const slow = new Average(30);
    return { target: bars.close.map((c) => (fast.next(c) > slow.next(c) ? 1 : 0)) };
  }
}
export default new CrossOver();
