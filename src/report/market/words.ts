import { type Html, html } from "../html.ts";
import { inBoth } from "../say.ts";

/** The name of a phrase of the page of a market. */
export type MarketWord =
  | "understood"
  | "facts"
  | "stylised"
  | "findings"
  | "repairs"
  | "power"
  | "choice"
  | "value"
  | "known"
  | "fact"
  | "level"
  | "rule"
  | "bars"
  | "line"
  | "time"
  | "found"
  | "advice"
  | "done"
  | "rising"
  | "falling"
  | "volume"
  | "error"
  | "warning"
  | "note"
  | "gap"
  | "nothing"
  | "cut";

/** What the page of a market says in its own words: English and Chinese. */
const words: Readonly<Record<MarketWord, readonly [en: string, zh: string]>> = {
  understood: ["What was understood", "文件解读"],
  facts: ["Plain facts", "基本事实"],
  stylised: ["Stylised facts", "典型统计特征"],
  findings: ["Findings", "检查结果"],
  repairs: ["What was mended", "已做修正"],
  power: ["What it can tell", "统计功效"],
  choice: ["choice", "项目"],
  value: ["taken for", "解读为"],
  known: ["how it is known", "依据"],
  fact: ["fact", "指标"],
  level: ["level", "级别"],
  rule: ["rule", "规则"],
  bars: ["bars", "K线数"],
  line: ["line", "行号"],
  time: ["time", "时间"],
  found: ["found", "发现"],
  advice: ["what to do", "处理建议"],
  done: ["done", "修正内容"],
  rising: ["rising candle of {bars}", "上涨K线，每根含 {bars}"],
  falling: ["falling", "下跌"],
  volume: ["volume, mean of each stretch (lower panel)", "成交量，各区间均值（下方面板）"],
  error: ["error: cannot be used", "错误：不可使用"],
  warning: ["warning: usable, know this", "警告：可用，但须知悉"],
  note: ["note (lowest strip)", "说明（最下方刻度）"],
  gap: ["long gap without bars", "长时间无K线"],
  nothing: ["Nothing was found.", "未发现任何问题。"],
  cut: ["The first {shown} of {all} are listed.", "共 {all} 条，仅列出前 {shown} 条。"],
};

/** A phrase in both languages; the switch of the page shows one. */
export function word(key: MarketWord, values: Readonly<Record<string, string | number>> = {}): Html {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  return inBoth((lang) => html`${fill(words[key][lang === "en" ? 0 : 1])}`);
}
