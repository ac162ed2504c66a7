import type { OpenAI } from "openai";
import { z } from "zod";
import type { ModelRequest } from "../../bench/ports.ts";
import type { Stop } from "../../core/reply.ts";
import { type Answer, boundAnswer, MalformedAnswerError, unknownUsage } from "./answer.ts";
import type { Settings } from "./settings.ts";

/** The body of a responses call. Nothing is kept on the endpoint's side. */
export function responsesBody(
  modelName: string,
  request: ModelRequest,
  settings: Settings,
): OpenAI.Responses.ResponseCreateParamsNonStreaming {
  return {
    model: modelName,
    input: request.messages.map(({ role, content }) => ({ role, content })),
    ...(settings.store ? { store: false } : {}),
    ...(settings.temperature === null ? {} : { temperature: settings.temperature }),
    ...(settings.topP === null ? {} : { top_p: settings.topP }),
    ...(settings.limit === null ? {} : { [settings.limit.name]: settings.limit.tokens }),
    ...(settings.effort === null ? {} : { reasoning: { effort: settings.effort as OpenAI.ReasoningEffort } }),
  };
}

/** A count of tokens; anything else counts as not stated. */
const count = z.int().min(0).nullish().catch(null);

const responsesSchema = z.looseObject({
  model: z.string().nullish(),
  status: z.string().nullish(),
  error: z.looseObject({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  incomplete_details: z.looseObject({ reason: z.string().nullish() }).nullish(),
  output: z.array(
    z.looseObject({
      type: z.string(),
      content: z
        .array(z.looseObject({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() }))
        .nullish(),
    }),
  ),
  usage: z
    .looseObject({
      input_tokens: count,
      output_tokens: count,
      input_tokens_details: z.looseObject({ cached_tokens: count }).nullish(),
      output_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish(),
    })
    .nullish(),
});

function stopOf(reason: string | null | undefined, incomplete: boolean, refused: boolean): Stop {
  if (refused) return "refusal";
  if (reason === "content_filter") return "content-filter";
  return incomplete ? "length" : "stop";
}

/**
 * The answer in a response object. Throws `MalformedAnswerError` if there is none, or if the endpoint says that the
 * response failed.
 */
export function readResponses(body: unknown): Answer {
  const parsed = responsesSchema.safeParse(body);
  if (!parsed.success) throw new MalformedAnswerError("no list of output in the answer");
  const { status, error, usage } = parsed.data;
  if (error || (status && !["completed", "incomplete"].includes(status))) {
    throw new MalformedAnswerError(
      `status ${status ?? "unknown"}: ${error?.message ?? error?.code ?? "no reason given"}`,
    );
  }
  const messages = parsed.data.output.filter((item) => item.type === "message");
  const reason = parsed.data.incomplete_details?.reason;
  if (messages.length === 0 && status !== "incomplete") throw new MalformedAnswerError("no message in the output");
  const parts = messages.flatMap((item) => item.content ?? []);
  const refusal = parts.map((piece) => piece.refusal ?? "").join("");
  return boundAnswer({
    text: refusal === "" ? parts.map((piece) => piece.text ?? "").join("") : refusal,
    stop: stopOf(reason, status === "incomplete", refusal !== ""),
    usage: usage
      ? {
          inputTokens: usage.input_tokens ?? null,
          cachedTokens: usage.input_tokens_details?.cached_tokens ?? null,
          outputTokens: usage.output_tokens ?? null,
          reasoningTokens: usage.output_tokens_details?.reasoning_tokens ?? null,
        }
      : unknownUsage,
    servedModel: parsed.data.model ?? null,
  });
}
