import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe } from "vitest";
import { createBaselineClient } from "../../src/adapters/models/baseline-client.ts";
import { createOpenAiClient } from "../../src/adapters/models/openai-client.ts";
import { createReplayClient } from "../../src/adapters/models/replay-client.ts";
import { startReplayServer } from "../../src/adapters/models/replay-server.ts";
import { builtInModel } from "../../src/core/model.ts";
import { chat, endpointModel, hello, refuse, responses, startEndpoint } from "../adapters/models/endpoint.ts";
import { modelClientContract } from "./model-client.ts";

const folder = mkdtempSync(join(tmpdir(), "contract-"));
mkdirSync(join(folder, "able"));
writeFileSync(join(folder, "able", "model.yaml"), "description: a test\n");
writeFileSync(join(folder, "able", "design-hello.md"), "Hello.");
writeFileSync(join(folder, "flat.ts"), "export default { decide: (bars) => ({ target: bars.close.fill(0) }) };\n");

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ["chat", chat],
  ["responses", responses],
] as const)("the openai client, %s style", (api, good) => {
  modelClientContract(async () => {
    const endpoint = await startEndpoint((response, call, request) =>
      call.headers["x-walkforward-item"] === "design-hello"
        ? good("Hello.")(response, call, request)
        : refuse(500, "broken")(response, call, request),
    );
    open.push(endpoint);
    const model = endpointModel(endpoint.url, { api, maxRetries: 1 });
    const client = createOpenAiClient(model, { apiKey: "key-of-a-test", clock: performance, backoffMs: 1 });
    const impossible = { request: { ...hello, item: "design-other" }, error: "WorldError" as const };
    return { client, request: hello, words: "Hello.", impossible };
  });
});

describe("the replay client", () => {
  modelClientContract(async () => {
    const server = await startReplayServer({ folder, sources: ["able"], cwd: folder });
    open.push(server);
    const model = builtInModel("replay/able", { kind: "replay", source: "able" });
    const client = createReplayClient(model, { url: server.url, clock: performance });
    const impossible = { request: { ...hello, item: "design-other" }, error: "WorldError" as const };
    return { client, request: hello, words: "Hello.", impossible };
  });
});

describe("the baseline client", () => {
  modelClientContract(async () => {
    const client = createBaselineClient(builtInModel("baseline/flat", { kind: "baseline", strategy: "flat" }), {
      folder,
    });
    const unknown = builtInModel("baseline/flta", { kind: "baseline", strategy: "flta" });
    const impossible = {
      request: hello,
      error: "UserError" as const,
      client: createBaselineClient(unknown, { folder }),
    };
    return { client, request: hello, words: "```ts\nexport default { decide", impossible };
  });
});
