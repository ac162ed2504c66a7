// Constructs that are more than types.
enum Side {
  Short = -1,
  Flat,
  Long,
}
namespace Rule {
  export const side = (a: number, b: number): Side => (a > b ? Side.Long : a < b ? Side.Short : Side.Flat);
}
export default {
  decide(bars, ta) {
    const vwma = ta.vwma(bars.close, bars.volume, 20);
    return { target: bars.close.map((c, t) => Rule.side(c, vwma[t])) };
  },
} satisfies Strategy;
