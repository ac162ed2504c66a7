import type { PageLang } from "./dictionary.ts";
import { type Content, Html, html } from "./html.ts";
import { say, sayBoth } from "./say.ts";
import { style } from "./style.ts";
import { glossary } from "./term.ts";

/** The script of the pages, and its hash for the page's policy: base64 of sha256, no other script runs. */
export interface PageScript {
  readonly code: string;
  readonly sha256: string;
}

/** What a page is made of. */
export interface PageInput {
  readonly title: string;
  readonly body: Content;
  /** What the page was made by, for its last line. */
  readonly benchmark: string;
  /** The language shown first; English unless given. The switch of the page changes it. */
  readonly lang?: PageLang | undefined;
  /** Rules of this page's own, after those of every page. */
  readonly style?: string | undefined;
  /** Without one the page can be read but not explored. */
  readonly script?: PageScript | undefined;
  /** True of a page that the viewer keeps up to date: it may ask the server that it came from, and nobody else. */
  readonly follows?: boolean | undefined;
}

/**
 * A whole HTML page that needs nothing but itself: no font, picture or script from elsewhere. Language and colours are
 * switched without a script; the script remembers them and adds what explores.
 */
export function page({
  title,
  body,
  benchmark,
  lang = "en",
  script,
  style: own = "",
  follows = false,
}: PageInput): string {
  const content = html`${body}`;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy(script, follows))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(style + own)}</style>
</head>
<body>
${switches(lang)}
${content}
${glossary(content.text)}
<footer>${say("footer", { version: benchmark })}</footer>
${script !== undefined && html`<script>${new Html(script.code)}</script>`}
</body>
</html>
`.text;
}

/** Nothing is loaded or sent: a page is text, its own styles, its own pictures, and the one script that is ours. */
function policy(script: PageScript | undefined, follows: boolean): string {
  const run = script === undefined ? "" : ` script-src 'sha256-${script.sha256}';`;
  const ask = follows ? " connect-src 'self';" : "";
  return `default-src 'none';${run}${ask} style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
}

function switches(lang: PageLang): Html {
  const option = (name: string, value: string, text: Content, on: boolean): Html =>
    html`<label><input type="radio" name="${name}" id="${name}-${value}" value="${value}"${on && html` checked`}>${text}</label>`;
  return html`<div class="switches" role="region" aria-label="${sayBoth("display")}"><fieldset><legend class="unseen">${sayBoth("language")}</legend>${option("lang", "en", html`<span lang="en">English</span>`, lang === "en")}${option("lang", "zh", html`<span lang="zh">中文</span>`, lang === "zh")}</fieldset>
<fieldset><legend class="unseen">${say("theme")}</legend>${option("theme", "auto", say("themeAuto"), true)}${option("theme", "light", say("themeLight"), false)}${option("theme", "dark", say("themeDark"), false)}</fieldset></div>`;
}
