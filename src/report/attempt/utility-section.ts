import type { Attempt } from "../../core/attempt.ts";
import type { PathKind } from "../../core/paths/path.ts";
import type { PathScore, Utility } from "../../core/score/path-score.ts";
import { utility } from "../../core/score/utility.ts";
import { mean } from "../../core/stats/estimate.ts";
import { pathUtilityChart } from "../charts/path-utility-chart.ts";
import { utilityChart } from "../charts/utility-chart.ts";
import { names } from "../dictionary/names.ts";
import { formatNumber, formatPercent, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { figure } from "../parts/small-charts.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import type { PathReturns } from "./path-table.ts";
import type { PathUtility } from "./significance.ts";
import { utilityParts } from "./utility-parts.ts";

const kinds: readonly PathKind[] = ["history", "mirror", "twin"];

/** U taken apart into what each part added, by kind of path, and path by path; null where the task has no utility. */
export function utilitySection(
  { utility: whole, paths }: Attempt,
  utilities: readonly PathUtility[],
  others: ReadonlyMap<string, PathReturns>,
): Html | null {
  if (whole === null) return null;
  const columns = kinds.map((kind) => ({
    name: names.path[kind],
    values: utilities.filter((path) => path.kind === kind).map(({ value, held }) => ({ own: value, held })),
  }));
  return html`<h2>${say("utilityHead")}</h2>
<div class="charts">${figure(say("utilityParts"), utilityChart(sayBoth("utilityChart"), utilityParts(whole), { name: "U", value: whole.value }), say("utilityPartsNote"), 3)}
${figure(say("utilityPaths"), pathUtilityChart(sayBoth("pathUtilityChart"), columns), say("utilityPathsNote"), 3)}
<div>${partsTable(whole)}</div></div>
${kindTable(whole, paths, others)}`;
}

/** Each part with its value and what it adds to U. */
function partsTable(whole: Utility): Html {
  const adds = new Map(utilityParts(whole).map(({ name, value }) => [name, value]));
  const parts = [
    ["growth", "R", formatSigned(whole.growth, 3)],
    ["sharpePart", "S", formatSigned(whole.sharpe, 3)],
    ["drawdownPart", "D", formatSigned(whole.drawdown, 3)],
    ["activity", "A", formatNumber(whole.activity, 3)],
    ["errors", "e", formatPercent(whole.errors, 0)],
  ] as const;
  const rows = parts.map(
    ([name, letter, value]) =>
      html`<tr><th scope="row" class="l">${term(name)}</th><td>${value}</td><td>${formatSigned(adds.get(letter) ?? 0, 3)}</td></tr>`,
  );
  const total = html`<tr><th scope="row" class="l">${term("utility")}</th><td></td><td><b>${formatSigned(whole.value, 3)}</b></td></tr>`;
  const columns = [{ head: say("part"), words: true }, { head: say("value") }, { head: say("addsToU") }];
  return html`${table(sayBoth("utilityParts"), columns, html`${rows}${total}`)}<p class="small muted">U = max(−1, (1 − e)·[A·(R + S + D)/3 − 0.5·(1 − A)] − e)</p>`;
}

function kindTable(whole: Utility, paths: readonly PathScore[], others: ReadonlyMap<string, PathReturns>): Html {
  const groups = kinds.flatMap((kind) => {
    const own = paths.filter((path) => path.kind === kind);
    return own.length === 0 ? [] : [{ kind, own, parts: utility(own) }];
  });
  const of = (kind: PathKind): number | null => groups.find((group) => group.kind === kind)?.parts.value ?? null;
  const [history, twin] = [of("history"), of("twin")];
  const gap = history === null || twin === null ? null : history - twin;
  const columns = [
    { head: say("kind"), words: true },
    { head: say("paths") },
    { head: term("utility") },
    ...(["growth", "sharpePart", "drawdownPart", "activity", "errors", "totalReturn", "buyAndHold"] as const).map(
      (name) => ({ head: term(name) }),
    ),
    { head: term("sharpe") },
  ];
  const rows = groups.map(({ kind, own, parts }) => row(named("path", kind), own, parts, others));
  const all = row(html`<b>${say("allPaths")}</b>`, paths, whole, others);
  const mirage =
    gap !== null &&
    html`<tr><th scope="row" class="l">${term("mirageGap")}</th><td></td><td>${formatSigned(gap, 2)}</td><td colspan="8"></td></tr>`;
  return table(sayBoth("kindTable"), columns, html`${rows}${all}${mirage}`);
}

function row(
  name: Content,
  paths: readonly PathScore[],
  { value, growth, sharpe, drawdown, activity, errors }: Utility,
  others: ReadonlyMap<string, PathReturns>,
): Html {
  const cells = [
    String(paths.length),
    formatSigned(value, 2),
    formatSigned(growth, 2),
    formatSigned(sharpe, 2),
    formatSigned(drawdown, 2),
    formatNumber(activity, 2),
    formatPercent(errors, 0),
    formatPercent(mean(paths.flatMap((path) => path.metrics?.totalReturn ?? []))),
    formatPercent(mean(paths.flatMap((path) => others.get(path.path)?.held ?? []))),
    formatNumber(mean(paths.flatMap((path) => path.metrics?.sharpe ?? [])), 2),
  ];
  return html`<tr><th scope="row" class="l">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}
