import type { Attempt } from "../../core/attempt.ts";
import { formatDuration, formatNumber, formatPercent, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";

type Tile = readonly [name: string, value: string];

/** The score and the parts that it is made of, by the rule of the attempt's track. */
export function scoreTiles(attempt: Attempt): Html | null {
  const { utility, fidelity, speed } = attempt;
  if (utility !== null) {
    return html`${tiles([
      ["U, utility", formatSigned(utility.value, 3)],
      ["R, growth", formatSigned(utility.growth, 3)],
      ["S, Sharpe", formatSigned(utility.sharpe, 3)],
      ["D, run-up against drawdown", formatSigned(utility.drawdown, 3)],
      ["A, activity", formatNumber(utility.activity, 3)],
      ["e, paths with an error", formatPercent(utility.errors, 0)],
    ])}<p class="small muted">U = max(−1, (1 − e)·[A·(R + S + D)/3 − 0.5·(1 − A)] − e): 0 as good as cash, −0.5 never trades, −1 broken.</p>`;
  }
  if (fidelity === null && speed === null) return null;
  return html`${fidelity !== null && fidelityTiles(fidelity)}${speed !== null && speedTiles(speed)}`;
}

function fidelityTiles(fidelity: NonNullable<Attempt["fidelity"]>): Html {
  const first = fidelity.firstDifference;
  const rows: readonly Tile[] = [
    ["fidelity", fidelity.pass ? "pass" : "fail"],
    ["paths equal to the reference", `${fidelity.pathsEqual} of ${fidelity.paths}`],
  ];
  if (first === null) return tiles(rows);
  return tiles([
    ...rows,
    ["first difference", `${first.path}, bar ${first.bar}`],
    [`${first.column ?? "target"} of the reference there`, shown(first.wanted)],
    [`${first.column ?? "target"} given there`, shown(first.given)],
  ]);
}

/** The shortest text that tells two targets or stops apart; null is one that was not given. */
function shown(value: number | null): string {
  return value === null ? "–" : String(Number(value.toPrecision(12))).replace("-", "−");
}

function speedTiles(speed: NonNullable<Attempt["speed"]>): Html {
  return html`${tiles([
    ["speed score", formatSigned(speed.score, 2)],
    ["CPU time, starter", formatDuration(speed.starterMs)],
    ["CPU time, reference", formatDuration(speed.referenceMs)],
    ["CPU time, this program", formatDuration(speed.programMs)],
  ])}<p class="small muted">Speed score = ln(starter/program) / ln(starter/reference), clipped to [−1, 1.5]; the best of the repeats counts.</p>`;
}

function tiles(rows: readonly Tile[]): Html {
  return html`<dl class="tiles">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
