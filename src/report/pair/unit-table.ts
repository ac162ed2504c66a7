import type { Attempt } from "../../core/attempt.ts";
import type { ComparedUnit, Comparison } from "../../core/ranking/compare-pair.ts";
import { formatNumber, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { numberCell, table } from "../parts/table.ts";
import { linked } from "../ranking/model-name.ts";
import type { RunLinks } from "../run-links.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";
import type { Contribution } from "./contributions.ts";

/** What the table shows. */
export interface UnitTableInput {
  readonly label: string;
  readonly comparison: Comparison;
  readonly units: readonly Contribution[];
  /** Of both models. */
  readonly attempts: readonly Attempt[];
  readonly links: RunLinks;
}

/** Points of both models on every unit and what it contributes; scores of tasks link to the attempts behind them. */
export function unitTable({ label, comparison, units, attempts, links }: UnitTableInput): Html {
  const { a, b } = comparison;
  const rows = units.map((unit) => {
    const points = (model: string, value: number | null): Html => scoreOf(unit, model, value, attempts, links);
    return html`<tr><th scope="row" class="l stick">${linked(unit.unit, links.task(unit.unit))}</th><td class="l">${term(unit.part)}</td>${points(a, unit.a)}${points(b, unit.b)}${numberCell(unit.difference, formatSigned(unit.difference, 1))}${numberCell(unit.contribution, formatSigned(unit.contribution, 2))}</tr>`;
  });
  const columns: readonly { readonly head: Content; readonly words?: boolean }[] = [
    { head: say("unitHead"), words: true },
    { head: say("partHead"), words: true },
    { head: a },
    { head: b },
    { head: term("pairedDifference", say("differenceHead")) },
    { head: term("contribution", say("contributionHead")) },
  ];
  return table(label, columns, rows, "sortable");
}

function scoreOf(
  { unit }: ComparedUnit,
  model: string,
  value: number | null,
  attempts: readonly Attempt[],
  links: RunLinks,
): Html {
  const [first, ...others] = attempts.filter((attempt) => attempt.task === unit && attempt.model === model);
  const text = formatNumber(value, 1);
  if (first === undefined) return numberCell(value, text);
  const more = others.map((attempt, i) => html` <a class="small" href="${links.attempt(attempt)}">${i + 2}</a>`);
  return html`<td data-v="${value ?? ""}"><a href="${links.attempt(first)}">${text}</a>${more}</td>`;
}
