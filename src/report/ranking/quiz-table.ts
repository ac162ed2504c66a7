import type { QuizAnswer } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { percentStyle } from "./funnel-table.ts";
import { linked } from "./model-name.ts";

/** Share of right answers by topic and model; null if nobody was asked. */
export function quizTable(ranking: Ranking, answers: readonly QuizAnswer[], links: RunLinks): Html | null {
  const marked = answers.filter((answer) => answer.mark !== null);
  const models = ranking.models
    .map((row) => row.model)
    .filter((model) => marked.some((answer) => answer.model === model));
  if (models.length === 0) return null;
  const byCell = Map.groupBy(marked, (answer) => `${answer.topic}\n${answer.model}`);
  const topics = [...new Set(marked.map((answer) => answer.topic))].sort();
  const rows = topics.map((topic) => {
    const cells = models.map((model) => rightCell(byCell.get(`${topic}\n${model}`) ?? []));
    return html`<tr><th scope="row" class="l stick">${named("topic", topic)}</th>${cells}</tr>`;
  });
  const heads = models.map(
    (model) => html`<th scope="col"><span class="turn">${linked(model, links.model(model))}</span></th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("quizByTopic")}"><table class="heat">
<thead><tr><th class="l stick">${say("topicHead")}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** `5/7`: how many of the answers are right, shaded by their share; "–" where nothing was asked. */
export function rightCell(given: readonly QuizAnswer[]): Html {
  if (given.length === 0) return html`<td><span class="muted">–</span></td>`;
  const right = given.filter((answer) => answer.mark?.outcome === "right").length;
  return html`<td class="up" style="${percentStyle((0.6 * right) / given.length)}"><span>${right}/${given.length}</span></td>`;
}
