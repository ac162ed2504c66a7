import { describe, expect, it } from "vitest";
import { createOpenAiClient } from "../../../src/adapters/models/openai-client.ts";
import { type Behaviour, chat, endpointModel, hello, json, raw, refuse, responses, startEndpoint } from "./endpoint.ts";
import { apiKey, failureOf, open, serve } from "./serve.ts";

/** Both API styles with a good answer of each. */
const styles = [
  { api: "chat" as const, path: "/v1/chat/completions", good: chat },
  { api: "responses" as const, path: "/v1/responses", good: responses },
];

describe.each(styles)("a call in $api style", ({ api, path, good }) => {
  it("sends the model's name, the messages, the settings, the key and the item, and nothing of the environment", async () => {
    process.env["OPENAI_CUSTOM_HEADERS"] = "X-Leak: yes";
    const { client, endpoint } = await serve([good("Hello.")], { api });
    delete process.env["OPENAI_CUSTOM_HEADERS"];
    await client.ask({ ...hello, item: "sharpe#3 é", lang: "zh", attempt: 2 });
    const [call] = endpoint.calls;
    expect(call?.url).toBe(path);
    expect(call?.body).toEqual({
      model: "test-name",
      temperature: 0.01,
      top_p: 0.8,
      ...(api === "chat"
        ? { messages: hello.messages, max_tokens: 8192 }
        : { input: hello.messages, max_output_tokens: 8192, store: false }),
    });
    expect(call?.headers["authorization"]).toBe(`Bearer ${apiKey}`);
    expect(call?.headers).toMatchObject({
      "x-walkforward-item": "sharpe%233%20%C3%A9",
      "x-walkforward-lang": "zh",
      "x-walkforward-attempt": "2",
    });
    const sent = Object.keys(call?.headers ?? {}).filter((name) => !name.startsWith("x-walkforward-"));
    expect(sent.sort()).toEqual([
      "accept",
      "accept-encoding",
      "authorization",
      "connection",
      "content-length",
      "content-type",
      "host",
      "user-agent",
    ]);
  });

  it("gives the text, the stop, the served name and a latency of the clock", async () => {
    const { client } = await serve([good("Hello.")], { api });
    const reply = await client.ask(hello);
    expect(reply).toMatchObject({
      text: "Hello.",
      stop: "stop",
      retries: 0,
      servedModel: "served-name",
      costUsd: null,
    });
    expect(reply.latencyMs).toBeGreaterThan(0);
  });

  it("sends reasoning effort if the model has one, and no temperature if it is null", async () => {
    const generation = { temperature: null, topP: null, maxTokens: 100, reasoningEffort: "high" };
    const { client, endpoint } = await serve([good("Hello.")], { api }, { generation });
    await client.ask(hello);
    const body = endpoint.calls[0]?.body ?? {};
    expect(body).not.toHaveProperty("temperature");
    expect(api === "chat" ? body["reasoning_effort"] : body["reasoning"]).toEqual(
      api === "chat" ? "high" : { effort: "high" },
    );
  });

  it("after 500 and a cut connection the third call succeeds: 2 retries", async () => {
    const cut: Behaviour = (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
      response.write('{"choices": [', () => response.destroy());
    };
    const { client, endpoint } = await serve([refuse(500, "overloaded"), cut, good("Hello.")], { api });
    expect(await client.ask(hello)).toMatchObject({ text: "Hello.", retries: 2 });
    expect(endpoint.calls).toHaveLength(3);
  });

  it("429 with Retry-After 1 waits a second", async () => {
    const busy = json(429, { error: { message: "slow down" } }, { "retry-after": "1" });
    const { client } = await serve([busy, good("Hello.")], { api });
    const start = performance.now();
    expect(await client.ask(hello)).toMatchObject({ text: "Hello.", retries: 1 });
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  it("gives up a 429 that asks for an hour at once, and says so", async () => {
    const { client, endpoint } = await serve([json(429, { error: { message: "x" } }, { "retry-after": "3600" })], {
      api,
    });
    expect((await failureOf(client)).message).toContain("the endpoint asks to wait 3600 s");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("503 for ever ends after 1 + 2 calls with endpoint, status and advice", async () => {
    const { client, endpoint } = await serve([raw(503, "text/html", "<html><h1>Service  down</h1></html>")], { api });
    const { message } = await failureOf(client);
    expect(message).toContain(`${endpoint.url}${path.slice(3)}, model test-name: HTTP 503: Service down (3 calls)`);
    expect(message).toContain("--retry-errors");
    expect(endpoint.calls).toHaveLength(3);
  });

  it("a call that hangs is cut by the time-out, before and in the middle of the body", async () => {
    const silent: Behaviour = () => {};
    const stuck: Behaviour = (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    };
    const { client, endpoint } = await serve([silent, stuck], { api, timeoutMs: 60, maxRetries: 1 });
    expect((await failureOf(client)).message).toContain("no answer within 0.06 s (2 calls)");
    expect(endpoint.calls).toHaveLength(2);
  });

  it.each([
    ["malformed JSON", raw(200, "application/json", '{"choices": [{')],
    ["an HTML page", raw(200, "text/html", "<html>welcome</html>")],
    ["an empty body", raw(200, "application/json", "")],
    ["null", raw(200, "application/json", "null")],
    ["no choices, no output", json(200, { model: "m", choices: [], output: [], usage: null })],
  ])("%s is tried again and then given up as malformed", async (_name, behaviour) => {
    const { client, endpoint } = await serve([behaviour], { api, maxRetries: 1 });
    expect((await failureOf(client)).message).toContain("malformed answer");
    expect(endpoint.calls).toHaveLength(2);
  });

  it("good JSON under the wrong content type is read", async () => {
    const plain: Behaviour = (response, call, request) => {
      response.setHeader("content-type", "text/plain");
      const { writeHead } = response;
      response.writeHead = ((status: number) => writeHead.call(response, status)) as typeof response.writeHead;
      return good("Hello.")(response, call, request);
    };
    const { client } = await serve([plain], { api });
    expect((await client.ask(hello)).text).toBe("Hello.");
  });

  it("401 is not tried again; the message names the key's variable, never the key", async () => {
    const { client, endpoint } = await serve([refuse(401, `Incorrect API key provided: ${apiKey}`)], { api });
    const { message } = await failureOf(client);
    expect(message).toContain("check the key in the environment variable TEST_API_KEY");
    expect(message).toContain("[key]");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("a spent quota is not tried again", async () => {
    const { client, endpoint } = await serve([refuse(429, "quota", { code: "insufficient_quota" })], { api });
    expect((await failureOf(client)).message).toContain("account's balance");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("a redirect is not followed: the key goes to no other host", async () => {
    const { client, endpoint } = await serve([json(302, {}, { location: "/elsewhere" })], { api });
    expect((await failureOf(client)).message).toContain("the endpoint redirects");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("a refused temperature is left out, once for all later calls", async () => {
    const strict: Behaviour = (response, call, request) =>
      "temperature" in call.body
        ? refuse(400, "Unsupported value: 'temperature' does not support 0.01.", { param: "temperature" })(
            response,
            call,
            request,
          )
        : good("Hello.")(response, call, request);
    const { client, endpoint } = await serve([strict], { api, maxRetries: 0 });
    expect(await client.ask(hello)).toMatchObject({ text: "Hello.", retries: 1 });
    expect(await client.ask(hello)).toMatchObject({ text: "Hello.", retries: 0 });
    expect(endpoint.calls).toHaveLength(3);
    expect(client.settings()).toMatchObject({ temperature: null, topP: 0.8 });
  });

  it("5 calls at once that are refused the same parameter each succeed", async () => {
    const strict: Behaviour = (response, call, request) =>
      "top_p" in call.body
        ? refuse(400, "Unknown parameter: top_p")(response, call, request)
        : good("Hello.")(response, call, request);
    const { client } = await serve([strict], { api, maxRetries: 0 });
    const replies = await Promise.all(Array.from({ length: 5 }, () => client.ask(hello)));
    expect(replies.map((reply) => reply.text)).toEqual(Array(5).fill("Hello."));
  });

  it("another 400 is not tried again and carries the endpoint's words", async () => {
    const { client, endpoint } = await serve([json(400, { detail: "prompt is too long" })], { api });
    expect((await failureOf(client)).message).toContain("prompt is too long");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("an abort in the middle of a call rejects with the signal's reason, and is not tried again", async () => {
    const { client, endpoint } = await serve([() => {}], { api });
    const controller = new AbortController();
    const asked = client.ask({ ...hello, signal: controller.signal });
    while (endpoint.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    controller.abort(new Error("interrupted"));
    await expect(asked).rejects.toThrow("interrupted");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("an abort during the wait for a retry rejects at once", async () => {
    const endpoint = await startEndpoint(json(429, { error: { message: "x" } }, { "retry-after": "3000" }));
    open.push(endpoint);
    const client = createOpenAiClient(endpointModel(endpoint.url, { api }), {
      apiKey,
      clock: performance,
      maxWaitMs: 4e6,
    });
    const controller = new AbortController();
    const asked = client.ask({ ...hello, signal: controller.signal });
    while (endpoint.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    setTimeout(() => controller.abort(new Error("interrupted")), 20);
    await expect(asked).rejects.toThrow("interrupted");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("a caller who lost patience ends the wait for a retry at once, with the reason of the last call", async () => {
    const endpoint = await startEndpoint(json(429, { error: { message: "slow down" } }, { "retry-after": "3000" }));
    open.push(endpoint);
    const model = endpointModel(endpoint.url, { api });
    const client = createOpenAiClient(model, { apiKey, clock: performance, maxWaitMs: 4e6 });
    const patience = new AbortController();
    const asked = client.ask({ ...hello, patience: patience.signal });
    while (endpoint.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    setTimeout(() => patience.abort(), 20);
    await expect(asked).rejects.toThrow("HTTP 429: slow down (1 call)");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("a caller who lost patience still gets the reply of the call in flight", async () => {
    const patience = new AbortController();
    const late: Behaviour = async (...call) => {
      patience.abort();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await good("Hello.")(...call);
    };
    const { client } = await serve([late], { api });
    expect((await client.ask({ ...hello, patience: patience.signal })).text).toBe("Hello.");
  });

  it("a text of 10 MB is cut at 5 MiB and counts as stopped for its length", async () => {
    const { client } = await serve([good("x".repeat(10_000_000))], { api, timeoutMs: 20_000 });
    const reply = await client.ask(hello);
    expect(reply.text).toHaveLength(5 * 1024 * 1024);
    expect(reply.stop).toBe("length");
  });

  it("a body above the bound is cut off and given up at once", async () => {
    const endpoint = await startEndpoint(good("x".repeat(200_000)));
    open.push(endpoint);
    const client = createOpenAiClient(endpointModel(endpoint.url, { api }), {
      apiKey,
      clock: performance,
      maxBodyBytes: 100_000,
    });
    expect((await failureOf(client)).message).toContain("longer than 100000 bytes");
    expect(endpoint.calls).toHaveLength(1);
  });

  it("the key is in nothing that is returned, even if the model echoes it", async () => {
    const { client } = await serve([good(`Your key is ${apiKey}.`)], { api });
    expect(JSON.stringify(await client.ask(hello))).not.toContain(apiKey);
  });

  it("a text of white space is empty", async () => {
    const { client } = await serve([good(" \n")], { api });
    expect((await client.ask(hello)).stop).toBe("empty");
  });
});
