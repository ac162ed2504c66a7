/** Share of the bars that must agree. */
const nearlyAll = 0.98;

/**
 * Which of the columns of numbers behind the prices is the volume: the first that is no price itself. One that lies between low
 * and high throughout is an average price, one whose ratio to the close hardly changes from bar to bar an adjusted close.
 * Undefined where all are prices.
 *
 * @param columns the candidates from the left, as many numbers each as there are bars
 */
export function volumeColumn(
  columns: readonly Float64Array[],
  { high, low, close }: { readonly high: Float64Array; readonly low: Float64Array; readonly close: Float64Array },
): number | undefined {
  const at = columns.findIndex((values) => !isBetween(values, high, low) && !followsClose(values, close));
  return at < 0 ? undefined : at;
}

function isBetween(values: Float64Array, high: Float64Array, low: Float64Array): boolean {
  const inside = values.filter((value, t) => value >= (low[t] as number) && value <= (high[t] as number));
  return inside.length > nearlyAll * values.length;
}

function followsClose(values: Float64Array, close: Float64Array): boolean {
  let steady = 0;
  for (let t = 1; t < values.length; t++) {
    const before = (values[t - 1] as number) / (close[t - 1] as number);
    const now = (values[t] as number) / (close[t] as number);
    if (Math.abs(now / before - 1) < 1e-3) steady += 1;
  }
  // A dividend or a split moves the ratio a few times a year.
  return values.length > 2 && steady > 0.9 * (values.length - 1);
}
