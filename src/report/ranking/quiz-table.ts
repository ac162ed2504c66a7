import type { QuizAnswer } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { type Html, html } from "../html.ts";
import { percentStyle } from "./funnel-table.ts";

/** Share of right answers by topic and model; null if nobody was asked. */
export function quizTable(ranking: Ranking, answers: readonly QuizAnswer[]): Html | null {
  const marked = answers.filter((answer) => answer.mark !== null);
  const models = ranking.models
    .map((row) => row.model)
    .filter((model) => marked.some((answer) => answer.model === model));
  if (models.length === 0) return null;
  const byCell = Map.groupBy(marked, (answer) => `${answer.topic}\n${answer.model}`);
  const topics = [...new Set(marked.map((answer) => answer.topic))].sort();
  const rows = topics.map((topic) => {
    const cells = models.map((model) => {
      const given = byCell.get(`${topic}\n${model}`) ?? [];
      if (given.length === 0) return html`<td><span class="muted">–</span></td>`;
      const right = given.filter((answer) => answer.mark?.outcome === "right").length;
      return html`<td class="up" style="${percentStyle((0.6 * right) / given.length)}"><span>${right}/${given.length}</span></td>`;
    });
    return html`<tr><th scope="row" class="l stick">${topic}</th>${cells}</tr>`;
  });
  const heads = models.map((model) => html`<th scope="col"><span class="turn">${model}</span></th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Right answers by topic"><table class="heat">
<thead><tr><th class="l stick">topic</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
