/** Tags in which models leave their reasoning: `<think>`, `[THINK]`, `◁think▷`, `<|channel|>analysis<|message|>` … `<|channel|>final<|message|>`. */
const tag =
  /(^[ \t]*(?:<(?:seed:)?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad)>|\[think\]|◁think▷|<\|begin_of_thought\|>|<\|channel\|>analysis<\|message\|>))|(<\/(?:seed:)?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad)>|\[\/think\]|◁\/think▷|<\|end_of_thought\|>|<\|channel\|>final<\|message\|>)/gim;

/**
 * A reply without its reasoning. What stands between an opening and the next closing tag goes; after an opening tag that is never
 * closed everything goes; before a closing tag that was never opened everything goes (some endpoints put the opening
 * tag into the prompt). An opening tag counts only at the start of a line, so that prose which mentions one stays.
 */
export function stripReasoning(text: string): string {
  const kept: string[] = [];
  let from = 0;
  let inside = false;
  for (const match of text.matchAll(tag)) {
    if (match[2] === undefined) {
      if (!inside) kept.push(text.slice(from, match.index));
      inside = true;
    } else {
      if (!inside) kept.length = 0;
      from = match.index + match[0].length;
      inside = false;
    }
  }
  if (!inside) kept.push(text.slice(from));
  return kept.join("\n");
}
