import { describe, expect, it } from "vitest";
import { requireMarkets } from "../../src/cli/run/require-markets.ts";
import { datasetOf, randomMarket } from "../core/paths/random-market.ts";

const task = (id: string, market: string) => ({ id, classes: [market], interval: "1d" });
const { info } = datasetOf("alpha", randomMarket("alpha", 2));

describe("requireMarkets", () => {
  it("is content where every task has a dataset of its class and interval that is fit for scoring", () => {
    expect(() => requireMarkets([task("a", info.class), task("b", info.class)], [info], "d")).not.toThrow();
    expect(() => requireMarkets([], [], "d")).not.toThrow();
  });

  it("says what is missing, for how many tasks, and why what is there does not do", () => {
    const tasks = [task("a", info.class), task("b", "fx"), task("c", "rates")];
    const unfit = { ...info, id: "beta", class: "fx", fitForScoring: false };
    expect(() => requireMarkets(tasks, [info, unfit], "my-data")).toThrow(
      "task b: no dataset of class fx, interval 1d, fit for scoring (and none for 1 of the other 2 tasks). " +
        `In my-data there are alpha (${info.class}, 1d), beta (fx, 1d, not fit for scoring). ` +
        'Add one ("walkforward data add"), or choose tasks by --tasks.',
    );
    expect(() => requireMarkets([task("b", "fx")], [], "my-data")).toThrow("In my-data there is none.");
  });

  it("names eight datasets and counts the others", () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ ...info, id: `d${i}` }));
    expect(() => requireMarkets([task("b", "fx")], many, "d")).toThrow(/d7 \(equity, 1d\), 3 more\. Add/);
  });
});
