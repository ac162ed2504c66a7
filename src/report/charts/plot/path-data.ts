/** Texts of tenths of a pixel, by their number: 3 is ".3", −14 is "-1.4". */
const most = 4000;
const texts: string[] = [];
for (let n = -most; n <= most; n++) texts.push(textOf(n));

function textOf(tenths: number): string {
  const size = Math.abs(tenths);
  const [whole, rest] = [Math.floor(size / 10), size % 10];
  const digits = `${whole === 0 && rest !== 0 ? "" : whole}${rest === 0 ? "" : `.${rest}`}`;
  return tenths < 0 ? `-${digits}` : digits;
}

/** A whole number of tenths of a pixel as SVG writes it. */
export function tenthsText(tenths: number): string {
  return texts[tenths + most] ?? textOf(tenths);
}

/** A tenth of a pixel is finer than a screen. */
export function px(value: number): string {
  return tenthsText(Math.round(value * 10));
}

/** A point after which another begins: with a sign between the two numbers no space is needed. */
function pair(dx: number, dy: number): string {
  return dy < 0 ? tenthsText(dx) + tenthsText(dy) : `${tenthsText(dx)} ${tenthsText(dy)}`;
}

/** The start of a piece of a path at a point in pixels. */
export function moveTo(x: number, y: number): string {
  return `M${px(x)},${px(y)}`;
}

/** Points of a curve in pixels; the curve is broken where y is NaN. */
export interface PixelColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * A curve as path data: absolute at the start of every unbroken piece, then relative by tenths of a pixel, which is half
 * as long. What stays level is one stroke. With `step` each value is held until the next point. With `close` given (the
 * height of a base line in pixels) every piece is closed into an area above or below it.
 */
export function curveData({ x, y }: PixelColumns, step: boolean, close: number | null): string {
  let data = "";
  let from = 0;
  while (from < y.length) {
    if (!Number.isFinite(y[from])) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < y.length && Number.isFinite(y[to])) to++;
    data += piece(x, y, from, to, step, close);
    from = to;
  }
  return data;
}

function piece(
  x: Float64Array,
  y: Float64Array,
  from: number,
  to: number,
  step: boolean,
  close: number | null,
): string {
  let atX = Math.round((x[from] as number) * 10);
  let atY = Math.round((y[from] as number) * 10);
  let data = `M${tenthsText(atX)},${tenthsText(atY)}`;
  if (close !== null) data = `M${tenthsText(atX)},${px(close)}V${tenthsText(atY)}`;
  for (let i = from + 1; i < to; i++) {
    const nextX = Math.round((x[i] as number) * 10);
    const nextY = Math.round((y[i] as number) * 10);
    if (nextY === atY && i < to - 1) continue;
    const [dx, dy] = [nextX - atX, nextY - atY];
    if (dy === 0) data += `h${tenthsText(dx)}`;
    else if (step) data += `h${tenthsText(dx)}v${tenthsText(dy)}`;
    else {
      // The last of the level points that were passed over: the slope begins there.
      const turnX = Math.round((x[i - 1] as number) * 10);
      if (turnX !== atX) data += `h${tenthsText(turnX - atX)}`;
      data += `l${pair(nextX - turnX, dy)}`;
    }
    atX = nextX;
    atY = nextY;
  }
  if (close !== null) data += `V${px(close)}z`;
  return data;
}

/** The area between two curves over the same points; broken where either is NaN. */
export function bandData(x: Float64Array, low: Float64Array, high: Float64Array): string {
  let data = "";
  let from = 0;
  while (from < x.length) {
    let to = from;
    while (to < x.length && Number.isFinite((low[to] as number) - (high[to] as number))) to++;
    if (to > from) {
      data += curveData({ x: x.subarray(from, to), y: high.subarray(from, to) }, false, null);
      const back = { x: x.slice(from, to).reverse(), y: low.slice(from, to).reverse() };
      data += `${curveData(back, false, null).replace("M", "L")}z`;
    }
    from = to + 1;
  }
  return data;
}
