import { type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";

/** What the numbers of the ranking mean, folded away. */
export function howToRead(): Html {
  const scores = { trading: term("trading"), quiz: term("quiz"), engineering: term("engineering") };
  return html`<details><summary>${say("howToRead")}</summary><div>
<p>${say("readUtility", { utility: term("utility") })}</p>
<p>${say("readScores", scores)}</p>
<p>${say("readRange", { range: term("rankRange") })}</p></div></details>`;
}
