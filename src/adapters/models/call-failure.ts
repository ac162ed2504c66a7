import { APIError } from "openai";
import { retryAfterMs } from "../shared/retry-after.ts";
import { MalformedAnswerError } from "./answer.ts";
import { BodyTooLargeError } from "./bounded-fetch.ts";
import type { Refusal } from "./settings.ts";

/** Why a call failed, and whether another try may help. */
export interface CallFailure {
  /** What happened, one line, without the key. */
  readonly reason: string;
  /** What the user can do about it. */
  readonly hint: string;
  readonly passing: boolean;
  /** Wait that the endpoint asked for, milliseconds; null = it asked for none. */
  readonly retryAfterMs: number | null;
  /** Set on 400 and 422: perhaps a parameter is refused. */
  readonly refusal: Refusal | null;
  /** True if the endpoint's filter refused the prompt: an outcome, not a failure. */
  readonly filtered: boolean;
}

const failed: CallFailure = {
  reason: "",
  hint: "run again with --retry-errors later",
  passing: true,
  retryAfterMs: null,
  refusal: null,
  filtered: false,
};

/** The wait that an answer asks for, milliseconds: OpenAI's retry-after-ms before Retry-After; null for none. */
export function askedWaitMs(headers: Headers | undefined, nowEpochMs: number): number | null {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  return exact >= 0 ? exact : retryAfterMs(headers?.get("retry-after"), nowEpochMs);
}

function oneLine(text: string): string {
  const line = text
    .replace(/<[^>]{0,500}>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

function statusHint(status: number, keyVariable: string | null): string {
  if (status === 401 || status === 403) {
    return keyVariable === null
      ? "the endpoint wants a key: name its environment variable (keyVariable in models.yaml, or --key-variable)"
      : `check the key in the environment variable ${keyVariable}`;
  }
  if (status === 404) return "check baseUrl, api and modelName in models.yaml";
  if (status === 402) return "check the account's balance with the provider";
  if (status === 429) return "lower concurrency in models.yaml, or run again with --retry-errors later";
  if (status === 413) return "the prompt is too long for this endpoint";
  if (status >= 300 && status < 400) return "the endpoint redirects: write its final address as baseUrl in models.yaml";
  return status < 500 ? "check the model's settings in models.yaml" : failed.hint;
}

function fromStatus(error: APIError, status: number, keyVariable: string | null): CallFailure {
  const code = String(error.code ?? "");
  const spent = /insufficient_quota|billing/.test(code);
  return {
    ...failed,
    reason: `HTTP ${status}: ${oneLine(error.message.replace(/^\d{3} /, "")) || "no message"}`,
    hint: spent ? "check the account's balance with the provider" : statusHint(status, keyVariable),
    passing: !spent && (status === 408 || status === 409 || status === 429 || status >= 500),
    retryAfterMs: askedWaitMs(error.headers, Date.now()),
    refusal:
      status === 400 || status === 422
        ? { param: typeof error.param === "string" ? error.param : null, message: error.message }
        : null,
    filtered: status === 400 && /content_?filter/.test(code),
  };
}

function causes(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 5; cause = cause.cause) chain.push(cause);
  return chain;
}

function fromNetwork(error: unknown): CallFailure {
  const chain = causes(error);
  if (chain.some((cause) => cause instanceof BodyTooLargeError)) {
    return { ...failed, reason: chain.at(-1)?.message ?? "", passing: false, hint: "lower maxTokens in models.yaml" };
  }
  const deepest = chain.at(-1);
  const code = deepest && "code" in deepest && typeof deepest.code === "string" ? deepest.code : "";
  const reason = oneLine(deepest?.message || code || "connection failed");
  const unreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN/.test(code);
  return {
    ...failed,
    reason,
    hint: unreachable ? "check baseUrl in models.yaml, and that the endpoint is up" : failed.hint,
  };
}

/** Sorts what a call threw. `keyVariable` is named in the advice; `timeoutMs` is set if our own time-out cut the call. */
export function classifyFailure(error: unknown, keyVariable: string | null, timeoutMs: number | null): CallFailure {
  if (timeoutMs !== null) {
    const hint = "raise timeoutMs in models.yaml, or run again with --retry-errors later";
    return { ...failed, reason: `no answer within ${timeoutMs / 1000} s`, hint };
  }
  if (error instanceof MalformedAnswerError) {
    return {
      ...failed,
      reason: `malformed answer: ${oneLine(error.message)}`,
      hint: "check baseUrl and api in models.yaml",
    };
  }
  if (error instanceof APIError && typeof error.status === "number")
    return fromStatus(error, error.status, keyVariable);
  return fromNetwork(error);
}
