import type { Message } from "../message.ts";
import type { DevelopmentStats } from "../paths/development-stats.ts";
import type { Lang, Task } from "../task.ts";
import { describeMarket } from "./describe-market.ts";
import { systemPrompt } from "./system-prompt.ts";

/** The marks in a brief that are filled in when the prompt is rendered. */
export const placeholders = { market: "{{market}}", starter: "{{starter}}" } as const;

/**
 * The messages of a strategy task: the contract and the rules, then the brief.
 *
 * @param contract text of strategies/contract.ts, shown word for word
 * @param market statistics of development windows, in place of `{{market}}`; never of the scored paths
 */
export function renderTaskPrompt(input: {
  readonly task: Task;
  readonly lang: Lang;
  readonly contract: string;
  readonly market: DevelopmentStats;
}): readonly Message[] {
  const { task, lang, contract, market } = input;
  const starter = task.starter === null ? "" : `\`\`\`ts\n${task.starter.trim()}\n\`\`\``;
  const brief = task.brief[lang]
    .replaceAll(placeholders.market, () => describeMarket(market, lang))
    .replaceAll(placeholders.starter, () => starter);
  return [
    { role: "system", content: systemPrompt(contract, lang) },
    { role: "user", content: brief.trim() },
  ];
}
