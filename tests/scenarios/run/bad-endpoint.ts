import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What arrived in one call. */
export interface ReceivedCall {
  readonly url: string;
  readonly authorization: string;
  readonly item: string;
}

/** An endpoint on loopback, in both API styles, that misbehaves on its first calls for each item. */
export interface BadEndpoint {
  /** Base URL, ending in /v1. */
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** From now on every answer is good. */
  heal(): void;
  close(): Promise<void>;
}

/** A good answer, spoilt or not: what the model says, why it stopped, whether it declined. */
interface Said {
  readonly text: string;
  readonly stop?: "stop" | "length";
  readonly refusal?: string;
}

/** How calls for an item go wrong, the first one and every later one. */
type Fault = (response: ServerResponse, key: string, say: (said: Said) => void) => void;

const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};

const program = `Here it is.
\`\`\`ts
export default {
  decide: (bars, ta) => ({ target: ta.sma(bars.close, 50).map((mean, t) => (bars.close[t] > mean ? 0.5 : 0)) }),
} satisfies Strategy;
\`\`\`
`;

const faults: Readonly<Record<string, Fault>> = {
  busy: (response) => json(response, 429, { error: { message: "slow down" } }, { "retry-after": "0" }),
  broken: (response, key) => json(response, 500, { error: { message: `your header was ${key}` } }),
  cut: (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "9999" }).write('{"id":');
    setTimeout(() => response.destroy(), 10);
  },
  empty: (response) => json(response, 200, { id: "x", status: "completed", choices: [], output: [] }),
  garbage: (response) => void response.writeHead(200).end('{"choices": ['),
  silent: () => {},
};

const spoilt: Readonly<Record<string, (say: (said: Said) => void) => void>> = {
  refusal: (say) => say({ text: "", refusal: "I cannot help with that." }),
  length: (say) => say({ text: program.slice(0, 70), stop: "length" }),
};

function body(url: string, { text, stop = "stop", refusal }: Said): object {
  if (url.endsWith("/chat/completions")) {
    const message = { role: "assistant", content: refusal === undefined ? text : null, refusal: refusal ?? null };
    return {
      model: "served-name",
      choices: [{ index: 0, finish_reason: stop, message }],
      usage: { prompt_tokens: 1000, completion_tokens: 200, prompt_tokens_details: { cached_tokens: 400 } },
    };
  }
  const content = refusal === undefined ? { type: "output_text", text } : { type: "refusal", refusal };
  return {
    model: "served-name",
    status: stop === "length" ? "incomplete" : "completed",
    incomplete_details: stop === "length" ? { reason: "max_output_tokens" } : null,
    output: [{ type: "message", role: "assistant", content: [content] }],
    usage: { input_tokens: 1000, output_tokens: 200, input_tokens_details: { cached_tokens: 400 } },
  };
}

/**
 * Starts the endpoint. `plan` says what goes wrong with an item: `refusal` and `length` answer so, a fault of the wire
 * spoils the first call, and `broken!` every call. Quiz items that the plan does not name get `ANSWER: A`.
 */
export async function startBadEndpoint(plan: Readonly<Record<string, string>>): Promise<BadEndpoint> {
  const calls: ReceivedCall[] = [];
  const seen = new Map<string, number>();
  let healed = false;
  const server = createServer((request, response) => {
    const item = decodeURIComponent(String(request.headers["x-walkforward-item"] ?? ""));
    const authorization = request.headers.authorization ?? "";
    request.resume().on("end", () => {
      const url = request.url ?? "";
      calls.push({ url, authorization, item });
      const tries = (seen.get(item) ?? 0) + 1;
      seen.set(item, tries);
      const say = (said: Said): void => json(response, 200, body(url, said));
      const [name = "", always] = (healed ? "" : (plan[item] ?? "")).split(/(?=!)/);
      if (spoilt[name]) return spoilt[name](say);
      if (faults[name] && (tries === 1 || always)) return faults[name](response, authorization, say);
      say({ text: item.includes("#") ? `${authorization}\nANSWER: A` : program });
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    heal: () => {
      healed = true;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
