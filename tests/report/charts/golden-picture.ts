import type { Html } from "../../../src/report/html.ts";
import { style } from "../../../src/report/style.ts";

const [, colours = ""] = style.match(/:root\{([^}]*)\}/) ?? [];

/** A picture of a page as a file of its own, one element a line: its colours and English words, so that a viewer shows it. */
export function goldenPicture({ text }: Html): string {
  const rules = `:root{${colours.replaceAll("\n", "")}}.zh{display:none}.grid{stroke:var(--rule);fill:none}text{fill:var(--muted);font:11px sans-serif}`;
  return `${text
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(">", `><style>${rules}</style>`)
    .replaceAll("><", ">\n<")}\n`;
}
