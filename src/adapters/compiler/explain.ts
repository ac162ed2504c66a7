import type { Diagnostic } from "../../core/diagnostic.ts";

const onlyTypes = 'A strategy imports nothing but types: import type { Strategy } from "walkforward".';

/** A module or a global of Node's was not found, is no module, or must be imported as a type. */
const aboutImports: ReadonlySet<number> = new Set([1484, 2306, 2307, 2580, 2591, 2732, 2792, 2882]);
/** A parameter, or a part of one, has no type. */
const implicitAny: ReadonlySet<number> = new Set([7006, 7031]);

/** The message of a diagnostic of `code`, with what to do about it where the checker's own words do not say. */
export function explain({ code: number, message }: Diagnostic, code: string): string {
  if (aboutImports.has(number)) return `${message} ${onlyTypes}`;
  if (implicitAny.has(number) && !/\bStrategy\b/.test(code)) {
    return `${message} \`export default { … } satisfies Strategy\` gives the parameters of decide their types.`;
  }
  return message;
}

/** What a default export may have to be. */
export type Contract = "Strategy" | "PortfolioStrategy";

const methods: Readonly<Record<Contract, string>> = {
  Strategy: "decide(bars, ta)",
  PortfolioStrategy: "allocate(markets, ta)",
};

/** The message of a diagnostic about the default export. */
export function explainExport({ code, message }: Diagnostic, contract: Contract): string {
  if (code === 1192) return `The module has no default export; wanted \`export default { … } satisfies ${contract}\`.`;
  return `The default export is no ${contract}: wanted an object with a method ${methods[contract]}, not a function, a class or a promise. ${message}`;
}
