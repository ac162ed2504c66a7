/** Words that every page has. A phrase is English and Chinese; {names} are filled in. */
export const pageWords = {
  chartEquity: ["equity", "净值"],
  chartEquityLog: ["equity (log scale)", "净值（对数刻度）"],
  chartDrawdown: ["drawdown", "回撤"],
  chartPosition: ["position", "仓位"],
  chartGross: ["gross position", "总仓位"],
  chartPrice: ["price", "价格"],
  chartPriceLog: ["price (log scale)", "价格（对数刻度）"],
  chartShare: ["share of equity", "净值占比"],
  footer: [
    "Walkforward, benchmark version {version}. Back-tests of generated code on stored and synthetic markets; nothing here is advice to trade.",
    "Walkforward，基准版本 {version}。以上均为生成代码在历史与合成行情上的回测结果，不构成任何交易建议。",
  ],
  display: ["Display", "显示"],
  language: ["Language", "语言"],
  theme: ["Colours", "配色"],
  themeAuto: ["as the system", "跟随系统"],
  themeLight: ["light", "浅色"],
  themeDark: ["dark", "深色"],
  glossary: ["Glossary", "术语"],
  skip: ["Skip to the content", "跳到正文"],
} as const;
