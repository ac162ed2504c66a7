import type { OpenAI } from "openai";
import { z } from "zod";
import type { ModelRequest } from "../../bench/ports.ts";
import type { Stop } from "../../core/reply.ts";
import { type Answer, boundAnswer, MalformedAnswerError, unknownUsage } from "./answer.ts";
import type { Settings } from "./settings.ts";

/** The body of a chat completions call. */
export function chatBody(
  modelName: string,
  request: ModelRequest,
  settings: Settings,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
    model: modelName,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(settings.temperature === null ? {} : { temperature: settings.temperature }),
    ...(settings.topP === null ? {} : { top_p: settings.topP }),
    ...(settings.limit === null ? {} : { [settings.limit.name]: settings.limit.tokens }),
    // The type lists the efforts of one vendor; others have their own words.
    ...(settings.effort === null ? {} : { reasoning_effort: settings.effort as OpenAI.ReasoningEffort }),
  };
}

/** A count of tokens; anything else counts as not stated. */
const count = z.int().min(0).nullish().catch(null);
const part = z.union([z.string(), z.looseObject({ text: z.string().nullish() })]);

const chatSchema = z.looseObject({
  model: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({
          content: z.union([z.string(), z.array(part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: z
    .looseObject({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: z.looseObject({ cached_tokens: count }).nullish(),
      completion_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish(),
      /** DeepSeek's name for cached input. */
      prompt_cache_hit_tokens: count,
    })
    .nullish(),
});

function stopOf(reason: string, refused: boolean): Stop {
  if (refused || reason === "refusal") return "refusal";
  if (reason === "length" || reason === "max_tokens") return "length";
  return /^(content_?filter|safety)/i.test(reason) ? "content-filter" : "stop";
}

function textOf(
  content: string | readonly (string | { readonly text?: string | null | undefined })[] | null | undefined,
): string {
  if (typeof content === "string") return content;
  return (content ?? []).map((piece) => (typeof piece === "string" ? piece : (piece.text ?? ""))).join("");
}

/** The answer in a chat completion. Throws `MalformedAnswerError` if there is none. */
export function readChat(body: unknown): Answer {
  const parsed = chatSchema.safeParse(body);
  if (!parsed.success) throw new MalformedAnswerError("no choice with a message in the answer");
  const choice = parsed.data.choices[0];
  if (choice === undefined) throw new MalformedAnswerError("an empty list of choices");
  const usage = parsed.data.usage;
  const refusal = choice.message.refusal ?? "";
  return boundAnswer({
    text: refusal === "" ? textOf(choice.message.content) : refusal,
    stop: stopOf(choice.finish_reason ?? "stop", refusal !== ""),
    usage: usage
      ? {
          inputTokens: usage.prompt_tokens ?? null,
          cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? null,
          outputTokens: usage.completion_tokens ?? null,
          reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? null,
        }
      : unknownUsage,
    servedModel: parsed.data.model ?? null,
  });
}
