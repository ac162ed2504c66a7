/** Why the model stopped writing. */
export type Stop = "stop" | "length" | "refusal" | "content-filter" | "empty";

/** Tokens of one call as the endpoint states them; null = not stated. */
export interface Usage {
  readonly inputTokens: number | null;
  /** Part of `inputTokens` that the endpoint served from its cache. */
  readonly cachedTokens: number | null;
  /** All tokens written, reasoning included. */
  readonly outputTokens: number | null;
  /** Part of `outputTokens` spent on hidden reasoning. */
  readonly reasoningTokens: number | null;
}

/** What came back from a model for one prompt. */
export interface Reply {
  /** The text, as sent; a refusal's words if it refused. */
  readonly text: string;
  readonly stop: Stop;
  readonly usage: Usage;
  /** Wall time of the successful call, milliseconds. */
  readonly latencyMs: number;
  /** Calls that failed before this one succeeded. */
  readonly retries: number;
  /** The model name that the endpoint says it served; null if it says none. */
  readonly servedModel: string | null;
  /** Price of the call by models.yaml, US dollars; null without prices or usage. */
  readonly costUsd: number | null;
}
