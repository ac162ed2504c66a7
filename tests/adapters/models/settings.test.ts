import { expect, it } from "vitest";
import { firstSettings, type Refusal, type Settings, withoutRefused } from "../../../src/adapters/models/settings.ts";
import { defaultGeneration } from "../../../src/core/model.ts";

const first = firstSettings({ ...defaultGeneration, reasoningEffort: "high" }, "chat");

function said(message: string, param: string | null = null): Refusal {
  return { message, param };
}

/** The settings after a list of refusals, or where nothing could be given up. */
function after(settings: Settings, ...refusals: readonly Refusal[]): Settings | null {
  let rest: Settings | null = settings;
  for (const refusal of refusals) rest = rest && withoutRefused(rest, refusal);
  return rest;
}

it("max_tokens becomes max_completion_tokens, and then goes", () => {
  const renamed = after(
    first,
    said("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens"),
  );
  expect(renamed?.limit).toEqual({ name: "max_completion_tokens", tokens: 8192 });
  expect(renamed && after(renamed, said("unknown field max_completion_tokens"))?.limit).toBeNull();
});

it("a bound that is too large is not a parameter that is unknown", () => {
  expect(after(first, said("max_tokens must be at most 4096", "max_tokens"))).toBeNull();
});

it("temperature, then top_p are left out, by parameter or by word", () => {
  const rest = after(first, said("does not support 0.01", "temperature"), said("`top_p` is deprecated for this model"));
  expect(rest).toMatchObject({ temperature: null, topP: null, effort: "high" });
});

it("a parameter that is not sent cannot be given up twice", () => {
  expect(after(first, said("no temperature", "temperature"), said("no temperature", "temperature"))).toBeNull();
});

it("reasoning effort stays: its refusal ends the call", () => {
  expect(
    after(first, said("Unsupported value: 'reasoning_effort' does not support 'high'", "reasoning_effort")),
  ).toBeNull();
});

it("names are whole words: max_completion_tokens_details and my_temperature are others", () => {
  expect(after(first, said("unknown my_temperature"), said("unknown max_tokens_total"))).toBeNull();
});

it("the responses style bounds max_output_tokens and can do without store", () => {
  const settings = firstSettings(defaultGeneration, "responses");
  expect(settings.limit?.name).toBe("max_output_tokens");
  expect(after(settings, said("Unknown parameter: 'store'.", "store"))?.store).toBe(false);
});
