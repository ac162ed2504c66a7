import type { QuizAnswer } from "../../core/attempt.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { rightCell } from "../ranking/quiz-table.ts";
import { say, sayBoth } from "../say.ts";

const levels = [1, 2, 3] as const;

/** Right answers of one model by topic and level; null if it was asked nothing. */
export function quizLevels(answers: readonly QuizAnswer[]): Html | null {
  const marked = answers.filter((answer) => answer.mark !== null);
  if (marked.length === 0) return null;
  const topics = [...new Set(marked.map((answer) => answer.topic))].sort();
  const row = (head: Html, given: readonly QuizAnswer[]): Html =>
    html`<tr><th scope="row" class="l stick">${head}</th>${levels.map((level) => rightCell(given.filter((one) => one.level === level)))}${rightCell(given)}</tr>`;
  const rows = topics.map((topic) =>
    row(
      named("topic", topic),
      marked.filter((answer) => answer.topic === topic),
    ),
  );
  const heads = levels.map((level) => html`<th scope="col">${say("quizLevel", { level })}</th>`);
  const unparsable = marked.filter((answer) => answer.mark?.outcome === "unparsable").length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("quizByLevel")}"><table class="heat">
<thead><tr><th class="l stick" scope="col">${say("topicHead")}</th>${heads}<th scope="col">${say("allLevels")}</th></tr></thead><tbody>${rows}${row(say("allLevels"), marked)}</tbody></table></div>
${unparsable > 0 && html`<p class="small muted">${say("quizUnparsable", { count: unparsable })}</p>`}`;
}
