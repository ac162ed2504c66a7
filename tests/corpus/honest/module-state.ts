// State of the module, fresh in every context.
let calls = 0;
const seen = new Map<number, number>();
export default {
  decide(bars) {
    calls += 1;
    return {
      target: bars.close.map((c, t) => {
        const bucket = Math.round(Math.log(c) * 20);
        seen.set(bucket, (seen.get(bucket) ?? 0) + 1);
        return calls === 1 && (seen.get(bucket) ?? 0) > t / 40 ? 1 : 0;
      }),
    };
  },
} satisfies Strategy;
