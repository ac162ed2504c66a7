// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Knowledge of markets. */
export const marketKnowledgeItems: readonly QuizItem[] = [
  {
    id: "item-total-return-index",
    topic: "market-knowledge",
    level: 1,
    ...sinceFirst,
    text: {
      en: "A strategy that holds shares and receives their dividends is compared with the price version of the index. What does the comparison do?",
      zh: "某策略持有股票并收取股息，却与指数的价格版本（不含股息）作比较。这种比较会造成什么后果？",
    },
    options: [
      wrong(
        "price indices include dividends",
        "It is fair, because a price index rises by the dividends that its members pay",
        "是公平的，因为价格指数会随成份股派息而上涨",
      ),
      right("It flatters the strategy by about the index's dividend yield", "使策略显得更好，幅度约为指数的股息率"),
      wrong(
        "dividends lower the strategy's return",
        "It puts the strategy at a disadvantage, because share prices fall on ex-dividend days",
        "使策略处于不利地位，因为股价在除息日下跌",
      ),
      wrong(
        "dividends matter to volatility only",
        "It changes only the volatility of the difference",
        "只改变差额的波动率",
      ),
    ],
  },
];
