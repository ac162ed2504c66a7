// The youngest syntax: a decorator, an accessor, a resource that is disposed of, a class as the default export's maker.
function clipped(method: (value: number) => number, _context: ClassMethodDecoratorContext): (value: number) => number {
  return (value) => Math.max(-1, Math.min(1, method(value)));
}

class Momentum implements Strategy {
  accessor gain = 20;

  @clipped
  size(move: number): number {
    return move * 20;
  }

  decide(bars: Bars): Positions {
    const seen = { bars: 0, [Symbol.dispose]: () => {} };
    using counted = seen;
    const target = bars.close.map((close, t) => {
      counted.bars++;
      return t < this.gain ? 0 : this.size(close / bars.close[t - this.gain] - 1);
    });
    return { target };
  }
}

export default new Momentum();
