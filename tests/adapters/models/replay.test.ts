import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReplayClient } from "../../../src/adapters/models/replay-client.ts";
import { type ReplayServer, startReplayServer } from "../../../src/adapters/models/replay-server.ts";
import type { ModelClient } from "../../../src/bench/ports.ts";
import { builtInModel } from "../../../src/core/model.ts";
import type { Reply, Stop } from "../../../src/core/reply.ts";
import { hello } from "./endpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
const runSource = "run/attempts.jsonl#a/b";
let server: ReplayServer;

function clientOf(source: string): ModelClient {
  return createReplayClient(builtInModel(`replay/${source}`, { kind: "replay", source }), {
    url: server.url,
    clock: performance,
  });
}

const stops: readonly Stop[] = ["stop", "length", "refusal", "content-filter", "empty"];

function stored(stop: Stop, index: number): Reply {
  return {
    text: stop === "empty" ? "" : `Text — “${stop}” \u2028 😀`,
    stop,
    usage: { inputTokens: 10 + index, cachedTokens: null, outputTokens: 5, reasoningTokens: 1 },
    latencyMs: 1234.5678,
    retries: index,
    servedModel: index === 0 ? null : "served",
    costUsd: index === 0 ? null : 0.001,
  };
}

beforeAll(async () => {
  const able = join(folder, "able");
  mkdirSync(able);
  writeFileSync(
    join(able, "model.yaml"),
    `description: a test
task: { latencyMs: 8000, usage: { inputTokens: 2000, outputTokens: 900 } }
quiz: { latencyMs: 900 }
calls: { design-no: { stop: refusal } }
`,
  );
  writeFileSync(join(able, "design-hello.md"), "First.\n");
  writeFileSync(join(able, "design-hello.2.md"), "Third.\n");
  writeFileSync(join(able, "design-no.md"), "I cannot help with that.");
  writeFileSync(join(able, "quiz.yaml"), '"sharpe-annual#0": "So 1.2.\\nANSWER: 1.2"\n');
  mkdirSync(join(folder, "run"));
  const line = { model: "a/b", lang: "en", version: 1 };
  const attempts = stops.map((stop, index) => ({
    ...line,
    task: `design-${stop}`,
    attempt: 0,
    reply: stored(stop, index),
  }));
  const other = { ...line, model: "c", task: "design-stop", attempt: 0, reply: null };
  const lines = [...attempts, other].map((attempt) => JSON.stringify(attempt));
  writeFileSync(join(folder, "run", "attempts.jsonl"), `${lines.join("\n")}\n{"model":"a/b","cut`);
  const answer = { ...line, question: "q#1", attempt: 0, reply: stored("stop", 3) };
  writeFileSync(join(folder, "run", "quiz.jsonl"), `${JSON.stringify(answer)}\n`);
  server = await startReplayServer({ folder, sources: ["able", runSource], cwd: folder });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("a folder of recorded replies", () => {
  it("answers a task with what model.yaml says that it took", async () => {
    expect(await clientOf("able").ask(hello)).toEqual({
      text: "First.\n",
      stop: "stop",
      usage: { inputTokens: 2000, cachedTokens: null, outputTokens: 900, reasoningTokens: null },
      latencyMs: 8000,
      retries: 0,
      servedModel: null,
      costUsd: null,
    });
  });

  it("attempt 2 has its own file, attempt 1 repeats attempt 0, and Chinese is served as English", async () => {
    const client = clientOf("able");
    expect((await client.ask({ ...hello, attempt: 2 })).text).toBe("Third.\n");
    expect((await client.ask({ ...hello, attempt: 1, lang: "zh" })).text).toBe("First.\n");
  });

  it("a call can say how it stopped", async () => {
    const reply = await clientOf("able").ask({ ...hello, item: "design-no" });
    expect(reply).toMatchObject({ stop: "refusal", text: "I cannot help with that." });
  });

  it("answers a question by its id", async () => {
    const reply = await clientOf("able").ask({ ...hello, item: "sharpe-annual#0" });
    expect(reply).toMatchObject({ text: "So 1.2.\nANSWER: 1.2", latencyMs: 900 });
  });

  it.each(["design-missing", "no-such#1", "../able/design-hello", "constructor", "__proto__"])(
    "%s was not recorded: not attempted, and the message says what to record",
    async (item) => {
      const error = {
        name: "WorldError",
        message: expect.stringContaining(`able has no recorded reply for ${item} (en`),
      };
      await expect(clientOf("able").ask({ ...hello, item })).rejects.toMatchObject(error);
    },
  );
});

describe("an earlier run", () => {
  it.each(stops.map((stop, index) => [stop, index] as const))(
    "a reply that ended in %s comes back as stored",
    async (stop, index) => {
      expect(await clientOf(runSource).ask({ ...hello, item: `design-${stop}` })).toEqual(stored(stop, index));
    },
  );

  it("answers questions from the quiz.jsonl beside it", async () => {
    expect(await clientOf(runSource).ask({ ...hello, item: "q#1" })).toEqual(stored("stop", 3));
  });

  it("another attempt or language was not recorded", async () => {
    const client = clientOf(runSource);
    await expect(client.ask({ ...hello, item: "design-stop", attempt: 1 })).rejects.toThrow(
      "gave no reply in that run",
    );
    await expect(client.ask({ ...hello, item: "design-stop", lang: "zh" })).rejects.toThrow(
      "gave no reply in that run",
    );
  });

  it.each([
    ["run/attempts.jsonl", "holds several models"],
    ["run/attempts.jsonl#a/c", 'Did you mean "a/b"?'],
    ["nowhere/attempts.jsonl", "No recorded run at"],
    ["abel", 'Unknown recorded model "abel". Did you mean "able"?'],
  ])("%s cannot be served", async (source, message) => {
    await expect(startReplayServer({ folder, sources: [source], cwd: folder })).rejects.toThrow(message);
  });
});

describe("the server", () => {
  it("serves no other source and no other path", async () => {
    await expect(clientOf("run").ask(hello)).rejects.toThrow("no recorded model run");
    expect((await fetch(`${server.url}/models`)).status).toBe(404);
    expect((await fetch(`${server.url}/chat/completions`, { method: "POST", body: "{" })).status).toBe(400);
  });

  it("listens on loopback only", () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
  });

  it("200 calls at once each get their own reply", async () => {
    const client = clientOf("able");
    const items = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? "design-hello" : "sharpe-annual#0"));
    const replies = await Promise.all(items.map((item) => client.ask({ ...hello, item })));
    expect(replies.map((reply) => reply.latencyMs)).toEqual(
      items.map((item) => (item === "design-hello" ? 8000 : 900)),
    );
  });
});
