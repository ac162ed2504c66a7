import { describe, expect, it } from "vitest";
import { hmacSha256 } from "../../src/adapters/hmac.ts";
import { limitClient } from "../../src/adapters/limit-client.ts";
import type { Compiler, ModelClient, RunStore, Sandbox } from "../../src/bench/ports.ts";
import { type BenchInput, runBench } from "../../src/bench/run-bench.ts";
import type { QuizAnswer } from "../../src/core/attempt.ts";
import { WorldError } from "../../src/core/failure.ts";
import { builtInModel } from "../../src/core/model.ts";
import { composeQuiz } from "../../src/core/quiz/compose-quiz.ts";
import { quizItems } from "../../src/core/quiz/items/index.ts";
import { publicRelease } from "../../src/core/quiz/release.ts";
import type { Reply } from "../../src/core/reply.ts";

const questions = composeQuiz({ ...publicRelease, hmac: hmacSha256, templates: [], items: quizItems }).slice(0, 12);
const reply: Reply = {
  text: "ANSWER: A",
  stop: "stop",
  usage: { inputTokens: null, cachedTokens: null, outputTokens: null, reasoningTokens: null },
  latencyMs: 0,
  retries: 0,
  servedModel: null,
  costUsd: null,
};

/** A quiz-only run of one model that is asked two questions at once. */
function quizRun(
  store: Partial<RunStore>,
  onAsk: () => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly interrupted: boolean }> {
  const client: ModelClient = {
    model: builtInModel("m", { kind: "replay", source: "m" }),
    ask: async () => {
      onAsk();
      await new Promise((resolve) => setTimeout(resolve, 1));
      return reply;
    },
  };
  const input = {
    plan: { tasks: [], langs: ["en"], attempts: 1, quiz: { questions } },
    clients: [limitClient(client, 2)],
    questions,
    store: { attempts: [], answers: [], ...store },
    sandbox: {} as Sandbox,
    compiler: {} as Compiler,
    retryErrors: false,
    onEvent: () => {},
    signal,
  };
  return runBench(input as unknown as BenchInput);
}

describe("runBench", () => {
  it("asks every question once and stores every answer", async () => {
    const stored: QuizAnswer[] = [];
    let asked = 0;
    const run = quizRun({ addAnswer: async (answer) => void stored.push(answer) }, () => asked++);
    expect(await run).toEqual({ interrupted: false });
    expect(asked).toBe(questions.length);
    expect(stored.map((answer) => answer.question).sort()).toEqual(questions.map((question) => question.id).sort());
  });

  it("once an answer cannot be stored asks nothing more, and throws why", async () => {
    let asked = 0;
    const full = async (): Promise<void> => {
      throw new WorldError("quiz.jsonl: the disk is full");
    };
    await expect(quizRun({ addAnswer: full }, () => asked++)).rejects.toThrow("the disk is full");
    expect(asked).toBeLessThanOrEqual(4);
  });

  it("interrupted, it stores what was in flight and says so", async () => {
    const interrupt = new AbortController();
    const stored: QuizAnswer[] = [];
    let asked = 0;
    const onAsk = (): void => {
      if (++asked === 4) interrupt.abort();
    };
    const run = quizRun({ addAnswer: async (answer) => void stored.push(answer) }, onAsk, interrupt.signal);
    expect(await run).toEqual({ interrupted: true });
    expect(asked).toBeLessThanOrEqual(5);
    expect(stored).toHaveLength(asked);
  });
});
