import { describe, expect, it } from "vitest";
import { MalformedAnswerError } from "../../../src/adapters/models/answer.ts";
import { readChat } from "../../../src/adapters/models/chat-style.ts";
import { readResponses } from "../../../src/adapters/models/responses-style.ts";

function choice(message: object, finish: string | null = "stop", usage?: object): unknown {
  return { model: "m", choices: [{ index: 0, finish_reason: finish, message }], usage };
}

describe("a chat completion", () => {
  it.each([
    ["stop", { content: "a" }, "stop", "stop", "a"],
    ["no finish reason", { content: "a" }, null, "stop", "a"],
    ["a cut text", { content: "a" }, "length", "length", "a"],
    ["a budget spent on reasoning", { content: "" }, "length", "length", ""],
    ["a filter", { content: null }, "content_filter", "content-filter", ""],
    ["a filter of another vendor", { content: "" }, "SAFETY", "content-filter", ""],
    ["a refusal", { content: null, refusal: "I cannot." }, "stop", "refusal", "I cannot."],
    ["nothing", { content: null }, "stop", "empty", ""],
    ["no content field, reasoning only", { reasoning_content: "hm" }, "stop", "empty", ""],
    ["content in parts", { content: [{ type: "text", text: "a" }, "b", { type: "x" }] }, "stop", "stop", "ab"],
  ] as const)("%s", (_name, message, finish, stop, text) => {
    expect(readChat(choice(message, finish))).toMatchObject({ stop, text });
  });

  it("has cached and reasoning tokens as parts of the input and the output", () => {
    const usage = {
      prompt_tokens: 900,
      completion_tokens: 500,
      prompt_tokens_details: { cached_tokens: 600 },
      completion_tokens_details: { reasoning_tokens: 450 },
    };
    const read = readChat(choice({ content: "a" }, "stop", usage)).usage;
    expect(read).toEqual({ inputTokens: 900, cachedTokens: 600, outputTokens: 500, reasoningTokens: 450 });
  });

  it("reads DeepSeek's name for cached input; what is not a count is not stated", () => {
    const usage = {
      prompt_tokens: 900,
      prompt_cache_hit_tokens: 100,
      completion_tokens: -1,
      completion_tokens_details: null,
    };
    const read = readChat(choice({ content: "a" }, "stop", usage)).usage;
    expect(read).toEqual({ inputTokens: 900, cachedTokens: 100, outputTokens: null, reasoningTokens: null });
    expect(readChat(choice({ content: "a" })).usage.inputTokens).toBeNull();
  });

  it.each([null, "text", [], {}, { choices: [] }, { choices: [{}] }, { choices: [null] }])(
    "%j is malformed",
    (body) => {
      expect(() => readChat(body)).toThrow(MalformedAnswerError);
    },
  );
});

function response(content: readonly object[], extra: object = {}): unknown {
  return { model: "m", status: "completed", output: [{ type: "reasoning" }, { type: "message", content }], ...extra };
}

describe("a response object", () => {
  const text = [{ type: "output_text", text: "a" }];
  it.each([
    ["stop", response([...text, { type: "output_text", text: "b" }]), "stop", "ab"],
    ["a refusal", response([{ type: "refusal", refusal: "I cannot." }]), "refusal", "I cannot."],
    [
      "a cut text",
      response(text, { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } }),
      "length",
      "a",
    ],
    ["a budget spent on reasoning", response(text, { status: "incomplete", output: [] }), "length", ""],
    [
      "a filter",
      response(text, { status: "incomplete", incomplete_details: { reason: "content_filter" } }),
      "content-filter",
      "a",
    ],
    ["nothing", response([]), "empty", ""],
  ])("%s", (_name, body, stop, words) => {
    expect(readResponses(body)).toMatchObject({ stop, text: words });
  });

  it.each([
    null,
    {},
    { output: [] },
    response(text, { status: "failed", error: { code: "server_error", message: "boom" } }),
    response(text, { status: "in_progress" }),
  ])("%j is malformed", (body) => {
    expect(() => readResponses(body)).toThrow(MalformedAnswerError);
  });

  it("says why it failed", () => {
    expect(() => readResponses(response([], { status: "failed", error: { message: "boom" } }))).toThrow(
      "status failed: boom",
    );
  });
});
