import type { Attempt, Fidelity, Speed } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { mean } from "../../core/stats/estimate.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { linked } from "../ranking/model-name.ts";
import { scoreCell } from "../ranking/task-matrix.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** How near every model came to the reference of a task, and how fast; the first attempt that was measured. */
export function fidelityTable(ranking: Ranking, attempts: readonly Attempt[], links: RunLinks): Html {
  const byModel = Map.groupBy(attempts, (attempt) => attempt.model);
  const timed = attempts.some((attempt) => attempt.speed !== null);
  const rows = ranking.models.flatMap(({ model }) => {
    const own = byModel.get(model);
    const [first] = own ?? [];
    if (own === undefined || first === undefined) return [];
    const measured = own.find((attempt) => attempt.fidelity !== null) ?? first;
    const score = mean(own.flatMap((attempt) => attempt.score ?? []));
    const { fidelity, failure, speed } = measured;
    const why = fidelity === null ? failure && named("failure", failure.kind) : difference(fidelity);
    return [
      html`<tr><th scope="row" class="l stick">${linked(model, links.model(model))}</th>${scoreCell(first.track, score, own, links)}<td>${fidelity === null ? "–" : `${fidelity.pathsEqual}/${fidelity.paths}`}</td><td class="l">${why ?? "–"}</td>${timed && html`<td>${times(speed)}</td>`}</tr>`,
    ];
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("sideBySide")}"><table class="heat facts-right">
<thead><tr><th class="l stick" scope="col">${say("modelHead")}</th><th scope="col">${say("scoreHead")}</th><th scope="col">${term("fidelity", say("pathsEqualHead"))}</th><th class="l" scope="col">${say("firstDifferenceHead")}</th>${timed && html`<th scope="col">${say("speedTimes")}</th>`}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function difference({ firstDifference }: Fidelity): Html | null {
  if (firstDifference === null) return null;
  const { path, bar, wanted, given } = firstDifference;
  return say("firstDifferenceAt", { path, bar, wanted: target(wanted), given: target(given) });
}

function target(value: number | null): string {
  return value === null ? "–" : String(Number(value.toPrecision(6))).replace("-", "−");
}

function times(speed: Speed | null): string {
  if (speed === null) return "–";
  return [speed.starterMs, speed.referenceMs, speed.programMs].map((ms) => ms.toPrecision(3)).join(" / ");
}
