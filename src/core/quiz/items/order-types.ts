// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Order types. */
export const orderTypesItems: readonly QuizItem[] = [
  {
    id: "item-stop-limit-gap",
    topic: "order-types",
    level: 1,
    ...sinceFirst,
    text: {
      en: "A long position is protected by a stop-limit sell order whose limit equals its stop price. Overnight the market gaps far below it. What happens at the open?",
      zh: "某多头头寸以止损限价卖单保护，限价等于止损触发价。隔夜市场大幅跳空低开至其下方。开盘时会发生什么？",
    },
    options: [
      wrong(
        "a stop-limit guarantees its price",
        "It is sold at the stop price, since the limit guarantees that price",
        "按止损价卖出，因为限价保证了该价格",
      ),
      wrong(
        "a stop-limit becomes a market order",
        "It is sold at the opening price like any stop order",
        "像普通止损单一样按开盘价卖出",
      ),
      right("The order is triggered but stays unfilled", "订单被触发，但无法成交"),
      wrong(
        "a gap leaves the stop untouched",
        "The stop is not triggered, because no trade took place exactly at its price",
        "止损不会触发，因为没有成交恰好发生在该价位",
      ),
    ],
  },
  {
    id: "item-stop-market-bias",
    topic: "order-types",
    level: 2,
    ...sinceFirst,
    text: {
      en: "A back-test with daily bars has a take-profit and a stop-loss inside the same bar's range and cannot see which came first. Which convention keeps the result from being flattered?",
      zh: "某日线回测中，止盈价与止损价都落在同一根K线的波动区间内，无法判断先后。采用哪种约定才不会美化结果？",
    },
    options: [
      wrong(
        "the nearer level comes first",
        "Take the level that is nearer to the open, because prices move continuously",
        "取离开盘价较近的价位，因为价格是连续变动的",
      ),
      wrong("errors cancel on average", "Choose at random: errors cancel out", "随机取其一，误差会抵消"),
      wrong(
        "the close tells the order",
        "Take the take-profit when the bar closes up and the stop-loss when it closes down",
        "收涨时按止盈计，收跌时按止损计",
      ),
      right("Assume that the stop-loss was hit first, or go to finer data", "假设先触及止损，或改用更细粒度的数据"),
    ],
  },
];
