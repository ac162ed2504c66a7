import type { Generation } from "../../core/model.ts";

/** The parameters that calls carry; they shrink as the endpoint refuses some. */
export interface Settings {
  readonly temperature: number | null;
  readonly topP: number | null;
  /** The parameter that bounds the tokens written, under the name that the endpoint knows; null = none. */
  readonly limit: { readonly name: LimitName; readonly tokens: number } | null;
  readonly effort: string | null;
  /** Whether `store: false` is sent (responses style). */
  readonly store: boolean;
}

/** Names of the bound of tokens written. */
export type LimitName = "max_tokens" | "max_completion_tokens" | "max_output_tokens";

/** The settings of the first call of a client. */
export function firstSettings(generation: Generation, api: "chat" | "responses"): Settings {
  return {
    temperature: generation.temperature,
    topP: generation.topP,
    limit: { name: api === "chat" ? "max_tokens" : "max_output_tokens", tokens: generation.maxTokens },
    effort: generation.reasoningEffort,
    store: api === "responses",
  };
}

/** What an endpoint said when it answered 400 or 422. */
export interface Refusal {
  readonly param: string | null;
  readonly message: string;
}

const names = (refusal: Refusal, parameter: string): boolean =>
  refusal.param === null || refusal.param === ""
    ? new RegExp(`(^|[^a-z_])${parameter}([^a-z_]|$)`, "i").test(refusal.message)
    : refusal.param === parameter;

/** A bound that is too large for the model is a matter of models.yaml, not of the parameter's name. */
const unknownParameter =
  /unsupported|not supported|unknown|unrecogni[sz]ed|unexpected|not permitted|not allowed|extra|instead/i;

function withoutLimitName(settings: Settings, refusal: Refusal): Settings | null {
  const { limit } = settings;
  if (limit === null || !names(refusal, limit.name) || !unknownParameter.test(refusal.message)) return null;
  if (limit.name === "max_tokens") return { ...settings, limit: { ...limit, name: "max_completion_tokens" } };
  return { ...settings, limit: null };
}

/**
 * The settings to try next after the endpoint refused `settings`, or null if nothing can be given up: a bound of tokens
 * is renamed first (max_tokens, then max_completion_tokens, then none), temperature, top_p and store are left out.
 * The reasoning effort stays: without it another model would be measured than the one configured.
 */
export function withoutRefused(settings: Settings, refusal: Refusal): Settings | null {
  if (settings.temperature !== null && names(refusal, "temperature")) return { ...settings, temperature: null };
  if (settings.topP !== null && names(refusal, "top_p")) return { ...settings, topP: null };
  if (settings.store && names(refusal, "store")) return { ...settings, store: false };
  return withoutLimitName(settings, refusal);
}
