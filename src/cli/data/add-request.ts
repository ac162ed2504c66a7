import { UserError } from "../../core/failure.ts";
import { classFacts } from "../../core/market/class-facts.ts";
import { repairsOnRequest, safeRepairs } from "../../core/market/repair.ts";
import { nearestName } from "../../core/nearest-name.ts";

/** Options of `data add`, as typed. */
export interface AddOptions {
  readonly id: string;
  readonly vendor?: string;
  readonly interval?: string;
  readonly timezone?: string;
  readonly class?: string;
  readonly symbol?: string;
  readonly title?: string;
  readonly licence?: string;
  readonly source?: string;
  readonly adjustment?: string;
  readonly adjusted?: boolean;
  readonly feeBps?: string;
  readonly slippageBps?: string;
  readonly barsPerYear?: string;
  readonly tickSize?: string;
  readonly dayFirst?: boolean;
  readonly monthFirst?: boolean;
  readonly barTime?: string;
  readonly entry?: string;
  readonly encoding?: string;
  readonly decimal?: string;
  readonly repair?: boolean;
  readonly repairAlso?: string;
  readonly allowErrors?: boolean;
  readonly replace?: boolean;
  readonly append?: boolean;
  readonly dir?: string;
  readonly html?: string;
  readonly json?: boolean;
}

/** Numbers among the options; undefined = not given. */
export interface AddNumbers {
  readonly feeBps: number | undefined;
  readonly slippageBps: number | undefined;
  readonly barsPerYear: number | undefined;
  readonly tickSize: number | undefined;
}

/**
 * Checks what can be checked before the file is read, so that a long file is not read in vain.
 *
 * @throws UserError for an option that cannot be
 */
export function checkAddOptions(options: AddOptions): AddNumbers {
  checkId(options.id);
  if (options.dayFirst && options.monthFirst) throw new UserError("--day-first and --month-first: wanted one of them");
  if (options.append && options.replace) throw new UserError("--append and --replace: wanted one of them");
  if (options.interval !== undefined) checkInterval(options.interval);
  if (options.timezone !== undefined) checkTimezone(options.timezone);
  if (options.class !== undefined) checkClass(options.class);
  if (options.symbol !== undefined && !/^[^/\s]{1,64}$/.test(options.symbol)) {
    throw new UserError(`--symbol "${options.symbol}": wanted at most 64 characters without blanks and "/", e.g. AAPL`);
  }
  checkRules(options.repairAlso);
  oneOf("--bar-time", options.barTime, ["open", "end"]);
  oneOf("--decimal", options.decimal, [".", ","]);
  return {
    feeBps: parseNumber("--fee-bps", options.feeBps, (value) => value >= 0, "0 or more basis points"),
    slippageBps: parseNumber("--slippage-bps", options.slippageBps, (value) => value >= 0, "0 or more basis points"),
    barsPerYear: parseNumber("--bars-per-year", options.barsPerYear, (value) => value > 0, "a number above 0"),
    tickSize: parseNumber("--tick-size", options.tickSize, (value) => value > 0, "a price above 0"),
  };
}

/** Throws `UserError` for what cannot be the name of a dataset's folder. */
export function checkId(id: string): void {
  if (/^[a-z0-9][a-z0-9._-]{0,99}$/.test(id)) return;
  const near = id
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  const advice = near === "" ? "" : `, e.g. ${near.slice(0, 100)}`;
  throw new UserError(`--id "${id}": wanted at most 100 lower-case letters, digits, dots and hyphens${advice}`);
}

function checkInterval(interval: string): void {
  if (/^[1-9]\d*[mhdw]$/.test(interval)) return;
  throw new UserError(`--interval "${interval}": wanted a number and m, h, d or w, e.g. 5m, 1h, 1d`);
}

function checkTimezone(timezone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
  } catch {
    const near = nearestName(timezone, Intl.supportedValuesOf("timeZone"));
    const advice = near === null ? "wanted an IANA name, e.g. America/New_York, or UTC" : `did you mean ${near}?`;
    throw new UserError(`--timezone "${timezone}": no such time zone; ${advice}`);
  }
}

function checkClass(name: string): void {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name))
    throw new UserError(`--class "${name}": wanted lower-case letters and hyphens`);
  if (classFacts[name] !== undefined) return;
  const there = Object.keys(classFacts);
  const near = nearestName(name, there);
  throw new UserError(
    `--class "${name}": there are ${there.join(", ")}${near === null ? "" : `; did you mean ${near}?`}`,
  );
}

/** Ids of rules in `--repair-also`. */
export function rulesOf(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((rule) => rule.trim())
    .filter((rule) => rule !== "");
}

/** Throws `UserError` for a name in `--repair-also` that is no rule which can be mended. */
export function checkRules(text: string | undefined): void {
  const known = [...repairsOnRequest, ...safeRepairs];
  for (const rule of rulesOf(text)) {
    if (known.includes(rule)) continue;
    const near = nearestName(rule, known);
    const advice = near === null ? "" : `; did you mean ${near}?`;
    throw new UserError(
      `--repair-also ${rule}: no rule that can be mended: there are ${repairsOnRequest.join(", ")}${advice}`,
    );
  }
}

function oneOf(option: string, value: string | undefined, wanted: readonly string[]): void {
  if (value === undefined || wanted.includes(value)) return;
  throw new UserError(`${option} "${value}": wanted ${wanted.map((word) => `"${word}"`).join(" or ")}`);
}

function parseNumber(
  option: string,
  text: string | undefined,
  holds: (value: number) => boolean,
  wanted: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && holds(value)) return value;
  throw new UserError(`${option} "${text}": wanted ${wanted}`);
}
