import { expect, it } from "vitest";
import { contractOf } from "../../../src/cli/backtest/contract-of.ts";
import { strategyTitle } from "../../../src/cli/backtest/strategy-title.ts";

it.each([
  ["export default { decide(bars) {} }", 0, "Strategy"],
  ["export default { decide: (bars) => 1 }", 1, "Strategy"],
  ["export default { allocate(markets) {} }", 0, "PortfolioStrategy"],
  ["export default { allocate(markets) {} }", 1, "PortfolioStrategy"],
  ['// we decide to allocate.\nexport default { "allocate": f }', 0, "PortfolioStrategy"],
  ["class A { allocate<T>(markets) {} }\nexport default new A();", 0, "PortfolioStrategy"],
  ["const allocate = f;\nexport default { allocate };", 3, "PortfolioStrategy"],
  ["export default {};", 0, "Strategy"],
  ["export default {};", 2, "PortfolioStrategy"],
  ["export default { decide() {}, allocate() {} };", 1, "Strategy"],
])("%s on %d markets is checked as %s", (code, markets, contract) => {
  expect(contractOf(code, "a.ts", markets)).toBe(contract);
});

it("decide alone is refused where several markets are named", () => {
  expect(() => contractOf("export default { decide() {} }", "a.ts", 2)).toThrow(
    "a.ts has decide, for one market, and 2 are named: name one, or write allocate",
  );
});

it("a strategy is called by its name, with its file beside it unless they are the same; else by its file", () => {
  expect(strategyTitle("b/trend.ts", "trend")).toEqual({ name: "trend", heading: "trend" });
  expect(strategyTitle("b/trend.ts", null)).toEqual({ name: "trend", heading: "trend" });
  expect(strategyTitle("b/trend.ts", "50/200")).toEqual({ name: "50/200", heading: "50/200 (b/trend.ts)" });
});
