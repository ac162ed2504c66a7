// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** Execution and microstructure. */
export const executionItems: readonly QuizItem[] = [
  {
    id: "item-adverse-selection",
    topic: "execution",
    level: 2,
    ...sinceFirst,
    text: {
      en: "A market maker's resting bids are filled mostly just before the price falls further. What is this called, and what protects against it?",
      zh: "某做市商的挂单买价多半在价格继续下跌之前成交。这种现象叫什么？如何防范？",
    },
    options: [
      wrong(
        "adverse selection taken for inventory risk",
        "Inventory risk; it is avoided by ending every trading day without any position",
        "存货风险；只要每个交易日结束时不留任何头寸即可避免",
      ),
      right(
        "Adverse selection; quotes are widened or skewed when order flow looks informed",
        "逆向选择；当订单流显得带有信息时，放宽或偏移报价",
      ),
      wrong(
        "queue position taken for information",
        "Queue risk; the bids should be entered earlier, to stand further in front",
        "排队风险；应更早挂单，以便排在队列更靠前的位置",
      ),
      wrong(
        "latency arbitrage done by oneself",
        "Latency arbitrage; the maker gains from it and should quote more size",
        "延迟套利；做市商从中获利，应当增加挂单数量",
      ),
    ],
  },
  {
    id: "item-limit-fill-assumption",
    topic: "execution",
    level: 3,
    ...sinceFirst,
    text: {
      en: "A back-test on bars fills a resting buy limit whenever the bar's low equals the limit price. Live, the strategy earns far less on the same signals. Which effect explains most of the gap?",
      zh: "某K线回测只要最低价等于限价，就认为挂出的买入限价单成交。实盘在同样的信号下收益远低于回测。哪种效应最能解释这一差距？",
    },
    options: [
      wrong(
        "costs alone explain it",
        "Commissions, because a limit order always pays the taker fee on top of the spread it crosses",
        "手续费，因为限价单总要在所穿越的价差之外再付吃单费用",
      ),
      wrong(
        "a touch means that the whole queue was served",
        "The bar's low is an average price, so live fills come out lower than those of the back-test",
        "K线最低价是平均价格，因此实盘成交价比回测更低",
      ),
      right(
        "At a touch only the front of the queue is filled, while falls through the limit fill surely: losers fill, winners are missed",
        "仅触及限价时只有队列前部成交，而跌穿限价则必定成交：亏损单成交了，盈利单却错过了",
      ),
      wrong(
        "time stamps are to blame",
        "Bars are stamped at their open, so that live orders reach the market one whole bar too early",
        "K线按开盘时间打时间戳，因此实盘订单总会早到一整根K线",
      ),
    ],
  },
];
