import { html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { say, sayBoth } from "./say.ts";

/** What the viewer answers where there is no page. */
export function missingPage({
  benchmark,
  script,
}: {
  readonly benchmark: string;
  readonly script: PageScript;
}): string {
  const body = html`<main><h1>${say("missingTitle")}</h1><p>${say("missingText")}</p><p><a href="/">${say("allRuns")}</a></p></main>`;
  return page({ title: sayBoth("missingTitle"), body, benchmark, script });
}
