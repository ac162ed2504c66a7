import { escapeHtml } from "../escape-html.ts";
import { style } from "../style.ts";

/** A picture taken out of a page. */
export interface StandaloneSvg {
  /** What it shows, in English. */
  readonly label: string;
  /** A whole SVG file: light colours, English words, nothing from elsewhere. */
  readonly svg: string;
}

const picture = /<svg class="plot" role="img" aria-label="([^"]*)" viewBox="([\d. -]+)">([\s\S]*?)<\/svg>/g;
const chinese = /<tspan class="zh">[^<]*<\/tspan>/g;

/** The charts of a page as files of their own, in the order of the page. Small marks in table cells are no charts. */
export function standaloneSvgs(page: string): readonly StandaloneSvg[] {
  return Array.from(page.matchAll(picture), ([, words = "", box = "", body = ""]) => {
    const label = words.split(" / ")[0] ?? "";
    const [, , width = "0", height = "0"] = box.split(" ");
    const drawn = body.replace(chinese, "").replace(/var\(--([\w-]+)\)/g, (_, name: string) => colour(name));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}"><title>${label}</title><style>${wording}</style><rect width="100%" height="100%" fill="${colour("paper")}"/>${drawn}</svg>\n`;
    return { label: unescaped(label), svg };
  });
}

const colours = new Map(
  Array.from(style.matchAll(/--([\w-]+):light-dark\((#\w+),/g), ([, name = "", light = ""]) => [name, light]),
);

/** The light colour of a name of the style sheet. */
function colour(name: string): string {
  return colours.get(name) ?? "currentColor";
}

/** How words and grid lines look in a page. */
const wording = `text{fill:${colour("muted")};font:11px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}.grid{stroke:${colour("rule")};fill:none}`;

/** The text of an attribute that `escapeHtml` wrote. */
function unescaped(text: string): string {
  const signs = ["&lt;", "&gt;", "&quot;", "&#39;", "&amp;"] as const;
  const meant = ["<", ">", '"', "'", "&"] as const;
  const plain = signs.reduce((all, sign, i) => all.replaceAll(sign, meant[i] ?? ""), text);
  return escapeHtml(plain) === text ? plain : text;
}
