// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Costs of trading. */
export const costsItems: readonly QuizItem[] = [
  {
    id: "item-square-root-impact",
    topic: "costs",
    level: 2,
    ...sinceFirst,
    text: {
      en: "By the empirical square-root law of market impact, what happens to the total impact cost in dollars (not per share) when an order becomes four times as large and everything else stays as it is?",
      zh: "根据市场冲击的经验平方根定律，若订单规模变为原来的四倍而其他条件不变，以美元计的总冲击成本（而非每股成本）如何变化？",
    },
    options: [
      wrong(
        "impact proportional to size a share",
        "It grows sixteenfold, because impact a share is proportional to size",
        "变为十六倍，因为每股冲击与规模成正比",
      ),
      right("It grows eightfold", "变为八倍"),
      wrong(
        "impact a share independent of size",
        "It grows fourfold, because impact a share does not depend on size",
        "变为四倍，因为每股冲击与规模无关",
      ),
      wrong(
        "total impact taken for impact a share",
        "It doubles, because impact goes with the root of size",
        "变为两倍，因为冲击与规模的平方根成正比",
      ),
    ],
  },
];
