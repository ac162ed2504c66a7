import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A chat-completions endpoint on loopback that answers everything with the same text. */
export interface CountingEndpoint {
  /** Base URL, ending in /v1. */
  readonly url: string;
  /** User message of every request, in order of arrival. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts the endpoint on a free port. */
export async function startCountingEndpoint(options: {
  readonly delayMs: number;
  readonly text?: string;
}): Promise<CountingEndpoint> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
      asked.push(messages.at(-1)?.content ?? "");
      const reply = {
        id: "1",
        object: "chat.completion",
        created: 0,
        model: "local",
        choices: [
          { index: 0, finish_reason: "stop", message: { role: "assistant", content: options.text ?? "ANSWER: A" } },
        ],
        usage: { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 },
      };
      setTimeout(() => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(reply));
      }, options.delayMs);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
