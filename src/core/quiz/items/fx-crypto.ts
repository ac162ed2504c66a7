// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Mechanics of currencies and crypto markets. */
export const fxCryptoItems: readonly QuizItem[] = [
  {
    id: "item-perp-funding-basis",
    topic: "fx-crypto",
    level: 1,
    ...sinceFirst,
    text: {
      en: "A perpetual swap trades persistently above the index of spot prices. What does its funding mechanism do?",
      zh: "某永续合约持续高于现货指数价格。资金费机制会怎样运作？",
    },
    options: [
      wrong(
        "the exchange collects funding",
        "Both sides pay funding to the exchange until the gap has closed",
        "多空双方都向交易所支付资金费，直到价差消失",
      ),
      wrong(
        "shorts pay when the perpetual is rich",
        "Shorts pay longs, so that buyers are rewarded for carrying the risk",
        "空头付给多头，以补偿买方承担的风险",
      ),
      wrong(
        "funding settles the contract at spot",
        "The contract is settled at the spot index at each funding time, and then reopened at that price",
        "合约在每个收费时点按现货指数交割，然后以该价格重新开仓",
      ),
      right("Longs pay shorts, which draws sellers in", "多头付给空头，从而吸引卖方"),
    ],
  },
];
