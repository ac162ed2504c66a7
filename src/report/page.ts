import { type Content, Html, html } from "./html.ts";
import { style } from "./style.ts";

/** Nothing is loaded, sent or run: a page is text, its own styles and its own pictures. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** What a page is made of. */
export interface PageInput {
  readonly title: string;
  readonly body: Content;
  /** What the page was made by, for its last line. */
  readonly benchmark: string;
}

/** A whole HTML page that needs nothing but itself: no script, no font, no picture from elsewhere. */
export function page({ title, body, benchmark }: PageInput): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
${body}
<footer>Walkforward, benchmark version ${benchmark}. Back-tests of generated code on stored and synthetic markets; nothing here is advice to trade.</footer>
</body>
</html>
`.text;
}
