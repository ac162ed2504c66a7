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
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import { figure } from "./path-panel.ts";
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
    values: utilities.filter((path) => path.kind === kind).map((path) => path.value),
  }));
  return html`<h2>${say("utilityHead")}</h2>
<div class="charts">${figure(say("utilityParts"), utilityChart(sayBoth("utilityChart"), utilityParts(whole), { name: "U", value: whole.value }), partTerms())}
${figure(say("utilityPaths"), pathUtilityChart(sayBoth("pathUtilityChart"), columns), say("utilityPathsNote"))}</div>
${kindTable(whole, paths, others)}`;
}

/** The letters of the picture, each explaining itself. */
function partTerms(): Html {
  const keys = ["growth", "sharpePart", "drawdownPart", "activity", "errors", "utility"] as const;
  return html`${keys.map((name, i) => html`${i > 0 && " · "}${term(name)}`)}`;
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
