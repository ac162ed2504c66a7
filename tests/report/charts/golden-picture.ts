import type { Html } from "../../../src/report/html.ts";

/** Light colours of the pages, so that a viewer of pictures shows these files as a page would. */
const colours =
  "--paper:#fff;--raised:#f5f6f8;--ink:#1a1c1f;--muted:#585e67;--rule:#d9dce1;--strategy:#0072b2;--market:#8a9099;--loss:#d55e00;--position:#009e73;--up:#0072b2;--down:#d55e00;--keyword:#8a3d77";
const rules = `:root{${colours}}.zh{display:none}.grid{stroke:var(--rule);fill:none}text{fill:var(--muted);font:11px sans-serif}`;

/** A picture of a page as a file of its own, one element a line, in English. */
export function goldenPicture({ text }: Html): string {
  return `${text
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(">", `><style>${rules}</style>`)
    .replaceAll("><", ">\n<")}\n`;
}
