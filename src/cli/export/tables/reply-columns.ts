import type { Reply } from "../../../core/reply.ts";
import { type ColumnOf, integer, number, text } from "../table.ts";

/** What a call was: the same columns of an attempt and of an answer. All null if the world failed. */
export const replyColumns: readonly ColumnOf<{ readonly reply: Reply | null }>[] = [
  text("stop", "Why the model stopped writing.", (a) => a.reply?.stop ?? null),
  integer("inputTokens", "Tokens read; null if not stated.", (a) => a.reply?.usage.inputTokens ?? null),
  integer("cachedTokens", "Part of them served from a cache.", (a) => a.reply?.usage.cachedTokens ?? null),
  integer("outputTokens", "Tokens written, reasoning included.", (a) => a.reply?.usage.outputTokens ?? null),
  integer("reasoningTokens", "Part of them spent on hidden reasoning.", (a) => a.reply?.usage.reasoningTokens ?? null),
  number("latencyMs", "Wall time of the successful call, milliseconds.", (a) => a.reply?.latencyMs ?? null),
  integer("retries", "Calls that failed before it.", (a) => a.reply?.retries ?? null),
  text("servedModel", "Model name that the endpoint says it served.", (a) => a.reply?.servedModel ?? null),
  number("costUsd", "Price of the call, US dollars; null without prices or usage.", (a) => a.reply?.costUsd ?? null),
  text("reply", "Text as the model sent it.", (a) => a.reply?.text ?? null),
];
