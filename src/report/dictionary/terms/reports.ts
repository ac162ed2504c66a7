/** What the reports of single programs add to the measures of a back-test. */
export const reportTerms = {
  constantExposure: {
    name: ["constant exposure", "恒定敞口"],
    definition: [
      "The program’s own mean position held all the time, restored at every open at the same costs: what it would have earned without choosing its moments.",
      "始终持有该程序的平均仓位（每根开盘恢复，成本相同）：即不择时所能获得的结果。",
    ],
    unit: "fraction",
  },
  rollingSharpe: {
    name: ["rolling Sharpe", "滚动夏普"],
    definition: [
      "The Sharpe ratio of the returns of the last bars, at every bar.",
      "每根 K 线处，最近若干根收益的夏普比率。",
    ],
    unit: "aYear",
  },
  rollingBeta: {
    name: ["rolling beta", "滚动贝塔"],
    definition: [
      "The slope on the market’s returns over the last bars, at every bar.",
      "每根 K 线处，最近若干根收益对市场收益的斜率。",
    ],
    unit: "pure",
  },
  costSensitivity: {
    name: ["costs", "成本"],
    definition: [
      "The same positions back-tested at other multiples of fee, slippage, spread, borrowing and funding.",
      "仓位不变，将费用、滑点、价差、融券与资金费按倍数重新回测。",
    ],
    unit: "times",
  },
  holding: {
    name: ["holding time", "持仓时长"],
    definition: [
      "Bars through which a trade was held; entered and left within one bar is 1.",
      "一笔交易持有的 K 线根数；同一根内进出算 1。",
    ],
    unit: "bars",
  },
  tradeReturn: {
    name: ["return", "价格收益"],
    definition: [
      "Move of the price from entry to exit in favour of the trade, before costs.",
      "从入场到离场价格朝有利方向的变动，未扣成本。",
    ],
    unit: "fractionOfEntry",
  },
  equityReturn: {
    name: ["P&L on equity", "对净值的损益"],
    definition: [
      "What the trade did to equity, after costs, over the equity before it; the trades compound to the total return.",
      "该笔交易对净值的影响（已扣成本）除以此前净值；各笔复利即为总收益率。",
    ],
    unit: "fraction",
  },
  drawdownDepth: {
    name: ["depth", "深度"],
    definition: ["Fall from the peak to the trough.", "从顶点到谷底的跌幅。"],
    unit: "fraction",
  },
  drawdownLength: {
    name: ["length", "时长"],
    definition: ["Bars from the peak until it was made good, or to the end.", "从顶点到收复（或到期末）的 K 线根数。"],
    unit: "bars",
  },
  lookAheadAudit: {
    name: ["look-ahead audit", "前视审计"],
    definition: [
      "The program is run again on the first bars alone, and with later bars replaced: earlier targets must stay the same, bit for bit.",
      "仅用前段 K 线，或替换之后的 K 线重新运行程序：此前的目标仓位必须逐位不变。",
    ],
    unit: "passOrFail",
  },
  determinism: {
    name: ["determinism", "确定性"],
    definition: ["Two runs on the same bars must give the same positions.", "同样的行情运行两次，仓位必须相同。"],
    unit: "passOrFail",
  },
  literals: {
    name: ["literals", "常数"],
    definition: [
      "Dates, years, time stamps and absolute prices written into the code.",
      "写在代码里的日期、年份、时间戳和绝对价位。",
    ],
    unit: "count",
  },
  cpuTime: {
    name: ["CPU time", "CPU 时间"],
    definition: [
      "Largest CPU time of one run of the program; it differs from machine to machine.",
      "程序单次运行的最大 CPU 时间，因机器而异。",
    ],
    unit: "seconds",
  },
  heap: {
    name: ["heap", "堆内存"],
    definition: ["Largest heap of one run of the program.", "程序单次运行的最大堆内存。"],
    unit: "mebibytes",
  },
  tokens: {
    name: ["tokens", "词元"],
    definition: ["As the endpoint counts them.", "以接口的统计为准。"],
    unit: "count",
  },
  latencyOfCall: {
    name: ["latency", "延迟"],
    definition: ["Time from the call to the last byte of the reply.", "从发出请求到收到回复最后一个字节的时间。"],
    unit: "seconds",
  },
} as const;
