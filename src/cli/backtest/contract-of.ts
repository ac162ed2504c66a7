import { UserError } from "../../core/failure.ts";

/** What a module is type-checked against. */
export type ContractName = "Strategy" | "PortfolioStrategy";

/**
 * What the module in the file `name` is written for, by the methods that its text names, where `markets` are asked for (0:
 * any number). Throws `UserError` for a strategy of one market where several are.
 */
export function contractOf(code: string, name: string, markets: number): ContractName {
  const [decides, allocates] = [hasMember(code, "decide"), hasMember(code, "allocate")];
  if (markets > 1 && decides && !allocates) {
    throw new UserError(`${name} has decide, for one market, and ${markets} are named: name one, or write allocate`);
  }
  return markets > 1 || (allocates && !decides) ? "PortfolioStrategy" : "Strategy";
}

/** Whether a word stands where a member is defined or named, and not in the middle of a sentence. */
function hasMember(code: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b["'\`]?\\s*[(:=,};<]`).test(code);
}
