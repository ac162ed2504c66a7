// The first code in every isolate, bundled into its snapshot. It keeps the intrinsics that it needs before a program can
// change them, calls the program, and copies the answer into an array of its own: nothing that a program made
// leaves the isolate but checked numbers and bounded text.

import { ta } from "../src/core/indicators/index.ts";
import { misspeltName } from "../src/core/misspelt-name.ts";
import { positionColumns } from "../src/core/positions.ts";
import { dropGlobals, fixGlobals } from "./guest-globals.ts";
import { messageLength, nameLength } from "./limits.ts";

/** A module as another sees it. */
export interface ProgramNamespace {
  readonly default?: unknown;
}

/**
 * The call of a program: its module's namespace, how many markets it may divide equity among (0: `decide` on one market), and
 * the columns of each market in turn. Answers with `stage\nkind\nmessage`, or with numbers: how long the strategy's name is
 * (0: none) and its UTF-16 units; then the checked columns of each market in turn: one number whose bit i says that
 * stopColumns[i] is there, then the targets, then the stops that are there.
 */
export type GuestCall = (
  namespace: ProgramNamespace,
  markets: number,
  length: number,
  barsPerYear: number,
  ...columns: readonly Float64Array[]
) => Float64Array | string;

const { apply, getPrototypeOf } = Reflect;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const namesOf = Object.keys;
const Float64 = Float64Array;
const promisePrototype = Promise.prototype;
const call = Function.prototype.call;
const sliceText: (text: string, start: number, end: number) => string = call.bind(String.prototype.slice);
const findText: (text: string, part: string, from?: number) => number = call.bind(String.prototype.indexOf);
const codeAt: (text: string, index: number) => number = call.bind(String.prototype.charCodeAt);
const lengthGetter = Object.getOwnPropertyDescriptor(getPrototypeOf(Float64Array.prototype), "length")?.get;
/** Length of a column, whatever the program has put in place of the getter. */
const lengthOf: (column: Float64Array) => number = call.bind(lengthGetter as () => number);

/** Where the program's own code appears in a stack trace. */
const fileName = "strategy.js:";

/** Text of a value of the program, without calling any of the program's code. */
function show(value: unknown): string {
  if (typeof value === "string") return `the string "${sliceText(value, 0, 40)}"`;
  if (typeof value === "number" || typeof value === "boolean" || value === undefined || value === null) {
    return `${value}`;
  }
  if (typeof value === "object") return "an object";
  return typeof value === "bigint" || typeof value === "symbol" ? `a ${typeof value}` : "a function";
}

/** ` (line 12)`: the first line of the program that a stack trace names. */
function lineOf(stack: unknown): string {
  if (typeof stack !== "string") return "";
  const start = findText(stack, fileName);
  if (start < 0) return "";
  let end = start + fileName.length;
  // A program can name its lines as it likes: nine digits are enough.
  const last = end + 9;
  while (end < last && codeAt(stack, end) >= 48 && codeAt(stack, end) <= 57) end += 1;
  const line = sliceText(stack, start + fileName.length, end);
  return line === "" ? "" : ` (line ${line})`;
}

/** Text of what a program threw. Its getters may run, and may throw again. */
function showError(error: unknown): string {
  if (typeof error !== "object" || error === null) return `threw ${show(error)}`;
  try {
    const { name, message, stack } = error as Record<string, unknown>;
    const kind = typeof name === "string" ? sliceText(name, 0, 80) : "object";
    const text = typeof message === "string" ? sliceText(message, 0, messageLength) : "no message";
    return `${kind}: ${text}${lineOf(stack)}`;
  } catch {
    return "threw an object that cannot be read";
  }
}

/** An array buffer that V8 refuses shows as a RangeError to the program; it is the heap limit all the same. */
function runFault(error: unknown): string {
  const text = showError(error);
  return `run\n${findText(text, "Array buffer allocation failed") >= 0 ? "memory" : "run-error"}\n${text}`;
}

const positionsFault = "positions\nbad-positions\n";

const badPositions = (message: string): string => `${positionsFault}${message}`;

/**
 * A field that is nearly a column's: it would be none. What a program has done to the built-in functions that look for it, or to
 * the names of its answer, is its own affair: then none is found.
 */
function nameFault(answer: object): string | undefined {
  if (isArray(answer) || isView(answer)) return undefined;
  try {
    const slip = misspeltName(namesOf(answer), positionColumns);
    return slip === null ? undefined : badPositions(`nothing is called ${slip.name}: did you mean ${slip.meant}?`);
  } catch {
    return undefined;
  }
}

/** The columns of an answer, and the text of a failure. Getters run, each once. */
function readFields(answer: unknown, from: string): readonly unknown[] | string {
  if (typeof answer !== "object" || answer === null) {
    return badPositions(`${from} ${show(answer)}; wanted { target: one number a bar }`);
  }
  if (getPrototypeOf(answer) === promisePrototype) {
    return badPositions(`${from} a promise; wanted { target: one number a bar }, at once`);
  }
  const fault = nameFault(answer);
  if (fault !== undefined) return fault;
  const { target, stopLoss, takeProfit, trailingStop } = answer as Partial<
    Record<(typeof positionColumns)[number], unknown>
  >;
  return [target, stopLoss, takeProfit, trailingStop];
}

/** What is wrong with a column as a whole; undefined if it is a list as long as the bars. */
function columnFault(name: string, given: unknown, length: number): string | undefined {
  if (typeof given !== "object" || given === null) {
    return badPositions(`${name} is ${show(given)}; wanted one number a bar`);
  }
  const found = (given as { readonly length: unknown }).length;
  if (found === length) return undefined;
  return badPositions(`${name} has length ${show(found)}; wanted ${length}, one number a bar`);
}

/** Copies one column into `checked` from `start` on; text if a number of it is out of range. */
function copyColumn(
  column: number,
  list: unknown,
  checked: Float64Array,
  start: number,
  length: number,
): string | undefined {
  const values = list as { readonly [index: number]: unknown };
  const isTarget = column === 0;
  for (let t = 0; t < length; t++) {
    const value = values[t];
    if (typeof value !== "number" || (isTarget ? value > 1 || value < -1 : value <= 0)) {
      const wanted = isTarget ? "a number from -1 to 1, or NaN" : "a number above 0, or NaN for none";
      return badPositions(`${positionColumns[column]}[${t}] is ${show(value)}; wanted ${wanted}`);
    }
    checked[start + t] = value;
  }
  return undefined;
}

/** The columns of an answer, copied one by one; each number is read once, so that none can change after its check. */
function readPositions(answer: unknown, length: number, from: string): Float64Array | string {
  const given = readFields(answer, from);
  if (typeof given === "string") return given;
  let stops = 0;
  let columns = 0;
  for (let i = 0; i < positionColumns.length; i++) {
    if (i > 0 && given[i] === undefined) continue;
    const fault = columnFault(positionColumns[i] as string, given[i], length);
    if (fault !== undefined) return fault;
    if (i > 0) stops |= 1 << (i - 1);
    columns += 1;
  }
  const checked = new Float64(1 + columns * length);
  checked[0] = stops;
  let start = 1;
  for (let i = 0; i < positionColumns.length; i++) {
    if (i > 0 && (stops & (1 << (i - 1))) === 0) continue;
    const fault = copyColumn(i, given[i], checked, start, length);
    if (fault !== undefined) return fault;
    start += length;
  }
  return checked;
}

/** The answers of `allocate`: a list of exactly one a market, each read once. */
function readAllocations(answer: unknown, markets: number, length: number): Float64Array | string {
  const wanted = `wanted a list of ${markets}, one { target } a market`;
  if (typeof answer !== "object" || answer === null)
    return badPositions(`allocate returned ${show(answer)}; ${wanted}`);
  if (getPrototypeOf(answer) === promisePrototype) {
    return badPositions(`allocate returned a promise; ${wanted}, at once`);
  }
  const list = answer as { readonly length: unknown; readonly [index: number]: unknown };
  const found = list.length;
  if (found !== markets) return badPositions(`allocate returned a list of length ${show(found)}; ${wanted}`);
  // Room for every column there can be: what is not used is cut off.
  const all = new Float64(markets * (1 + positionColumns.length * length));
  let end = 0;
  for (let market = 0; market < markets; market++) {
    const checked = readPositions(list[market], length, `for market ${market} allocate gave`);
    if (typeof checked === "string") {
      const message = sliceText(checked, positionsFault.length, checked.length);
      return badPositions(findText(message, "for market") === 0 ? message : `market ${market}: ${message}`);
    }
    const count = lengthOf(checked);
    for (let i = 0; i < count; i++) all[end + i] = checked[i] as number;
    end += count;
  }
  const used = new Float64(end);
  for (let i = 0; i < end; i++) used[i] = all[i] as number;
  return used;
}

/** `decide`, or where equity may be divided `allocate`, of the default export, or a failure as text. */
function findMethod(
  namespace: ProgramNamespace,
  markets: number,
): { readonly method: unknown; readonly strategy: unknown; readonly divides: boolean } | string {
  try {
    const strategy = namespace.default;
    if (strategy === undefined) {
      return "load\nload-error\nno default export; wanted export default { decide(bars, ta) }";
    }
    const given = (strategy ?? {}) as { readonly decide?: unknown; readonly allocate?: unknown };
    const decide = given.decide;
    const allocate = markets > 0 ? given.allocate : undefined;
    const decides = typeof decide === "function";
    const divides = typeof allocate === "function";
    if (decides && divides) return "load\nload-error\nthe default export has decide and allocate; wanted one of them";
    if (divides) return { method: allocate, strategy, divides };
    if (decides && markets < 2) return { method: decide, strategy, divides };
    if (decides) {
      return `load\nload-error\nthe default export has decide, for one market; wanted allocate(markets, ta) for ${markets}`;
    }
    const found = `decide is ${show(strategy === null ? undefined : decide)}`;
    if (markets > 0) {
      return `load\nload-error\nthe default export has no function decide or allocate: ${found}, allocate is ${show(allocate)}`;
    }
    return `load\nload-error\nthe default export has no function decide: ${found}`;
  } catch (error) {
    // A default export that is not there yet throws: a top-level await is still waiting.
    return `load\nload-error\nthe default export cannot be read (does a top-level await never end?): ${showError(error)}`;
  }
}

/** The markets of a call, out of their columns. */
function readMarkets(count: number, length: number, barsPerYear: number, columns: readonly unknown[]): unknown[] {
  const markets: unknown[] = [];
  for (let i = 0; i < count; i++) {
    const at = 6 * i;
    // The order of barColumns, read by number: the program may have changed how arrays are taken apart.
    const prices = { open: columns[at + 1], high: columns[at + 2], low: columns[at + 3], close: columns[at + 4] };
    markets[i] = { length, time: columns[at], ...prices, volume: columns[at + 5], barsPerYear };
  }
  return markets;
}

/** The name of a strategy and the columns of its answer as one column. Its getter runs; if it throws there is no name. */
function withName(strategy: unknown, columns: Float64Array): Float64Array {
  let name = "";
  try {
    const given = (strategy as { readonly name?: unknown }).name;
    if (typeof given === "string") name = sliceText(given, 0, nameLength);
  } catch {
    name = "";
  }
  const count = lengthOf(columns);
  const all = new Float64(1 + name.length + count);
  all[0] = name.length;
  for (let i = 0; i < name.length; i++) all[1 + i] = codeAt(name, i);
  const start = 1 + name.length;
  for (let i = 0; i < count; i++) all[start + i] = columns[i] as number;
  return all;
}

const callProgram: GuestCall = (namespace, markets, length, barsPerYear, ...columns) => {
  const found = findMethod(namespace, markets);
  if (typeof found === "string") return found;
  let answer: unknown;
  try {
    const bars = readMarkets(markets === 0 ? 1 : markets, length, barsPerYear, columns);
    answer = apply(found.method as () => unknown, found.strategy, [found.divides ? bars : bars[0], ta]);
  } catch (error) {
    return runFault(error);
  }
  try {
    const columns = found.divides
      ? readAllocations(answer, markets, length)
      : readPositions(answer, length, "decide returned");
    return typeof columns === "string" ? columns : withName(found.strategy, columns);
  } catch (error) {
    return badPositions(`the answer of ${found.divides ? "allocate" : "decide"} cannot be read: ${showError(error)}`);
  }
};

fixGlobals();

// The worker calls this once in each context; it leaves no trace in the global scope.
Object.defineProperty(globalThis, "enterGuest", {
  configurable: true,
  value: (): GuestCall => {
    dropGlobals();
    return callProgram;
  },
});
