import { escapeHtml } from "./escape-html.ts";

/** Text that is HTML already: everything else is escaped when it is put into a page. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text and numbers are escaped, null and false leave nothing, lists are joined. */
export type Content = Html | string | number | null | false | readonly Content[];

/** A piece of a page: html`<p>${reply}</p>`. What is put in is escaped, unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] ?? "";
  for (const [i, value] of values.entries()) text += render(value) + (strings[i + 1] ?? "");
  return new Html(text);
}

function render(value: Content): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === false) return "";
  if (typeof value === "object") return value.map(render).join("");
  return escapeHtml(String(value));
}
