/**
 * A first use of the guest and of all indicators, thrown away but for their compiled code, which stays in the snapshot: each run
 * starts in a new isolate and would compile them again (0.2 ms of 4).
 */
export const warmUp: string = `
  const guest = enterGuest();
  const x = new Float64Array(40).fill(1);
  const call = (decide) => guest({ default: { decide } }, 0, 40, 252, x, x, x, x, x, x);
  call((bars, ta) => {
    for (const name of Object.keys(ta)) {
      for (const given of [[x, 5, 5, 5], [x, x, 5], [x, x, x, 5, 5], [x, x, x, x, 5]]) {
        try { ta[name](...given); } catch {}
      }
    }
    return { target: x };
  });
  call(() => { throw new Error("stop"); });
`;
