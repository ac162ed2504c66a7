const longestAnswer = 300;
const longestLead = 40;

/** Reasoning that some models print before their answer; an unclosed one swallows the rest. */
const reasoningTags = ["think", "thinking", "reasoning", "reflection", "scratchpad"];

/** Full-width letters, digits and signs as their ASCII forms; the ideographic space as a space. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2009\u202f]/g, " ");
}

/**
 * The text of the answer, without the word ANSWER and without markup around it; null if the reply has none.
 * The text is at most 300 characters, half-width.
 */
export function findAnswer(reply: string): string | null {
  const text = toHalfWidth(stripReasoning(reply));
  const found = lastMarked(text, true) ?? lastBoxed(text) ?? lastMarked(text, false) ?? wholeReply(text);
  return found === null ? null : undecorate(found);
}

/** The reply without its reasoning blocks. */
export function stripReasoning(text: string): string {
  let result = text;
  for (const tag of reasoningTags) result = stripTag(result, tag);
  return result;
}

/** Blocks do not nest: a closing tag ends whatever was opened before it. */
function stripTag(text: string, tag: string): string {
  const parts: string[] = [];
  let isOpen = false;
  let start = 0;
  for (const match of text.matchAll(new RegExp(`<(/?)${tag}>`, "gi"))) {
    const closes = match[1] === "/";
    // A closing tag without an opening one: the opening tag stood in the prompt, all before it is reasoning.
    if (closes && !isOpen) parts.length = 0;
    if (!closes && !isOpen) parts.push(text.slice(start, match.index));
    isOpen = !closes;
    start = match.index + match[0].length;
  }
  if (!isOpen) parts.push(text.slice(start));
  return parts.join("\n");
}

/** What follows the last marker; with `opens`, only of markers that open their line. */
function lastMarked(text: string, opens: boolean): string | null {
  let found: string | null = null;
  for (const match of text.matchAll(/answer|答案/gi)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + longestAnswer);
    const lead = lineLead(text, match.index);
    if (opens && (lead === null || !isLead(lead))) continue;
    const answer = afterColon(after);
    if (answer !== null) found = answer;
  }
  return found;
}

/** The text between the start of the line and `end`; null if that is longer than any decoration. */
function lineLead(text: string, end: number): string | null {
  const from = Math.max(0, end - longestLead);
  const newline = text.slice(from, end).lastIndexOf("\n");
  if (newline >= 0) return text.slice(from + newline + 1, end);
  return from === 0 ? text.slice(0, end) : null;
}

/** Words that may stand before ANSWER at the start of a line, without their spaces. */
const leadWords = ["final", "the", "my", "thefinal", "myfinal", "最终", "最后", "我的", "正确", "故", "因此", "所以"];

/** True if nothing but markup and those words opens the line. */
function isLead(lead: string): boolean {
  const words = lead
    .replace(/\\[a-z]+/gi, "")
    .replace(/[\s*_#>`~"'“”‘’\-–—•\\$[\]({【「]/g, "")
    .toLowerCase();
  return words === "" || leadWords.includes(words);
}

/** The rest of the line after a colon (or 是, 为, =); the next line that is not empty if the rest is. */
function afterColon(after: string): string | null {
  const match = /^(?: ?(?:is|choice|option|选项))?[\s*_`"'”}\]】」]{0,12}(?::|=|是|为|\bis\b)/i.exec(after);
  if (match === null) return null;
  const rest = after.slice(match[0].length);
  for (const line of rest.split("\n", 6)) {
    if (/[^\s*_`"'$>#\\[\]]/.test(line)) return line;
  }
  return "";
}

/** The content of the last \boxed{…} of the text, up to the brace that closes it. */
function lastBoxed(text: string): string | null {
  const opening = "\\boxed{";
  const at = text.lastIndexOf(opening);
  if (at < 0) return null;
  const start = at + opening.length;
  let depth = 1;
  for (let i = start; i < Math.min(text.length, start + longestAnswer); i++) {
    if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return text.slice(start, i);
  }
  return null;
}

function wholeReply(text: string): string | null {
  const bare = text.trim();
  return bare.length > 0 && bare.length <= 40 && !bare.includes("\n") ? bare : null;
}

/** Takes Markdown, LaTeX and quotation marks away; what remains is words and numbers. */
function undecorate(text: string): string {
  return text
    .slice(0, longestAnswer)
    .replace(/\\(?:boxed|text|textbf|mathbf|mathrm|textit|operatorname)\b/g, "")
    .replace(/\\times|\\cdot/g, "×")
    .replace(/\\approx/g, "≈")
    .replace(/\\pm/g, "±")
    .replace(/\\[,;:! ]/g, " ")
    .replace(/\\%/g, "%")
    .replace(/\\[()[\]]/g, " ")
    .replace(/\\\$/g, "USD ")
    .replace(/\*(?=[ \t]*10\^)/g, "×")
    .replace(/[`*"“”‘’「」『』{}]|\$(?!\d)/g, (c) => (c === "{" || c === "}" ? "" : " "))
    .replace(/(^|\s)_+|_+(?=\s|$)/g, "$1")
    .trim();
}
