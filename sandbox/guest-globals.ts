// Makes the global scope of an isolate small and deterministic. Runs before any code of a program.

import { createRandom } from "../src/core/random.ts";

/** What a program finds in its global scope: everything else is deleted. A test holds the list against the real thing. */
export const guestGlobals: readonly string[] = [
  ...["Object", "Function", "Array", "Number", "Boolean", "String", "Symbol", "BigInt", "Math", "JSON", "Date"],
  ...["Map", "Set", "WeakMap", "WeakSet", "Promise", "RegExp", "Proxy", "Reflect", "Iterator", "globalThis"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "SuppressedError"],
  ...["TypeError", "URIError", "ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray"],
  ...["Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "BigInt64Array", "BigUint64Array"],
  ...["Float16Array", "Float32Array", "Float64Array", "parseFloat", "parseInt", "isFinite", "isNaN"],
  ...["Infinity", "NaN", "undefined", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "eval"],
  "console",
  // In the isolates of programs that mention it.
  "ti",
];

/** Where the clock of every program stands: 2000-01-01T00:00:00Z. A strategy has no use for a clock. */
const now = Date.UTC(2000, 0, 1);

function define(target: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
}

/** `Date` as it was, but with a clock that stands still. */
function fixClock(): void {
  const Native = Date;
  const construct = Reflect.construct;
  const text = new Native(now).toString();
  function FixedDate(...given: readonly unknown[]): unknown {
    return new.target === undefined ? text : construct(Native, given.length === 0 ? [now] : given, new.target);
  }
  for (const name of ["UTC", "parse"] as const) define(FixedDate, name, Native[name]);
  define(FixedDate, "now", () => now);
  define(FixedDate, "name", "Date");
  define(FixedDate, "length", 7);
  Object.defineProperty(FixedDate, "prototype", { value: Native.prototype, writable: false });
  define(Native.prototype, "constructor", FixedDate);
  define(globalThis, "Date", FixedDate);
}

/** The same stream of random numbers in every run. */
function fixRandom(): void {
  const random = createRandom("sandbox");
  define(Math, "random", () => random.next());
}

/** Methods whose answer depends on the ICU data of the machine answer as their neighbours without a locale. */
function fixLocale(): void {
  const plain: readonly (readonly [object, string, string])[] = [
    [Number.prototype, "toLocaleString", "toString"],
    [BigInt.prototype, "toLocaleString", "toString"],
    [Array.prototype, "toLocaleString", "toString"],
    [Object.getPrototypeOf(Float64Array.prototype), "toLocaleString", "toString"],
    [Date.prototype, "toLocaleString", "toISOString"],
    [Date.prototype, "toLocaleDateString", "toISOString"],
    [Date.prototype, "toLocaleTimeString", "toISOString"],
    [String.prototype, "toLocaleLowerCase", "toLowerCase"],
    [String.prototype, "toLocaleUpperCase", "toUpperCase"],
  ];
  for (const [prototype, name, neighbour] of plain) {
    const method = Reflect.get(prototype, neighbour);
    define(prototype, name, function plainMethod(this: unknown) {
      return Reflect.apply(method, this, []);
    });
  }
  define(String.prototype, "localeCompare", function localeCompare(this: unknown, other: unknown) {
    const [a, b] = [`${this}`, `${other}`];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** Methods of `console`. */
const consoleMethods = ["log", "info", "debug", "warn", "error", "trace", "table", "dir", "assert"] as const;

/** A console that swallows what it is given: a forgotten `console.log` is no reason to fail. */
function muteConsole(): void {
  const mute: object = {};
  for (const name of consoleMethods) define(mute, name, () => undefined);
  define(globalThis, "console", mute);
}

/** Fixes clock, randomness and locale, mutes the console: once, in the snapshot. */
export function fixGlobals(): void {
  muteConsole();
  fixClock();
  fixRandom();
  fixLocale();
}

/**
 * Deletes every global that is not on the list: in each new context, since V8 adds some (SharedArrayBuffer,
 * WebAssembly) after it has read the snapshot.
 */
export function dropGlobals(): void {
  for (const name of Reflect.ownKeys(globalThis)) {
    if (typeof name !== "string" || !guestGlobals.includes(name)) Reflect.deleteProperty(globalThis, name);
  }
}
