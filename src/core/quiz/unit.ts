import type { Lang } from "../task.ts";

/** A unit as it is written in each language. `%` and `fraction` steer how an answer with a percent sign is read. */
export type Unit = Readonly<Record<Lang, string>>;

/** The name of a unit in code. */
export type UnitName =
  | "percent"
  | "fraction"
  | "bps"
  | "ratio"
  | "usd"
  | "points"
  | "shares"
  | "bars"
  | "years"
  | "pips"
  | "cents";

/** The units of the quiz; `ratio` and `fraction` are pure numbers. */
export const units: Readonly<Record<UnitName, Unit>> = {
  percent: { en: "%", zh: "%" },
  fraction: { en: "fraction", zh: "小数" },
  bps: { en: "bps", zh: "基点" },
  ratio: { en: "pure number", zh: "无量纲" },
  usd: { en: "USD", zh: "美元" },
  points: { en: "points", zh: "点" },
  shares: { en: "shares", zh: "股" },
  bars: { en: "bars", zh: "根K线" },
  years: { en: "years", zh: "年" },
  pips: { en: "pips", zh: "个点（pip）" },
  cents: { en: "cents", zh: "美分" },
};

/** A number in a unit, as options show it: `12.50%`, `1,234.5 USD`, `0.42` for pure numbers. */
export function formatQuantity(value: number, unit: Unit, decimals: number, lang: Lang): string {
  const text = formatFixed(value, decimals);
  if (unit.en === "%") return `${text}%`;
  if (unit.en === units.ratio.en || unit.en === units.fraction.en) return text;
  return `${text} ${unit[lang]}`;
}

/** Fixed decimals with thousands separators and no negative zero: `formatFixed(-1234.5, 2)` is `-1,234.50`. */
export function formatFixed(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(fixed) !== 0 ? "-" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}
