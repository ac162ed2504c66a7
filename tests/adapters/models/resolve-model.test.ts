import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { keyOf } from "../../../src/adapters/models/open-model-clients.ts";
import { readModelCatalog, resolveModel } from "../../../src/adapters/models/resolve-model.ts";

const folder = mkdtempSync(join(tmpdir(), "models-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "strategies", "baselines"), { recursive: true });
mkdirSync(join(folder, "strategies", "replays", "able"), { recursive: true });
writeFileSync(join(folder, "strategies", "baselines", "buy-and-hold.ts"), "");
writeFileSync(
  join(folder, "models.yaml"),
  "models:\n  - { id: deepseek-chat, baseUrl: http://x/v1, keyVariable: DEEPSEEK_API_KEY }\n",
);
const catalog = await readModelCatalog({ cwd: folder, root: folder });

it.each([
  ["deepseek-chat", "openai"],
  ["baseline/buy-and-hold", "baseline"],
  ["replay/able", "replay"],
  ["replay/reports/x/attempts.jsonl", "replay"],
  ["replay/reports/x/attempts.jsonl#some/model", "replay"],
])("%s is a model of kind %s", (id, kind) => {
  expect(resolveModel(id, catalog)).toMatchObject({ id, provider: { kind } });
});

it.each([
  ["deepseek-caht", 'Did you mean "deepseek-chat"?'],
  ["replay/abel", 'Unknown recorded model "abel". Did you mean "able"?'],
  ["baseline/buy-hold", 'Did you mean "buy-and-hold"?'],
  ["gpt", "models.example.yaml"],
])("%s is unknown, with a hint", (id, hint) => {
  const error = { name: "UserError", message: expect.stringContaining(hint) };
  expect(() => resolveModel(id, catalog)).toThrow(expect.objectContaining(error));
});

it("with an endpoint any id is a model", () => {
  const model = resolveModel("mine", catalog, { baseUrl: "http://h/v1", modelName: "m", keyVariable: "K" });
  expect(model).toMatchObject({ id: "mine", provider: { baseUrl: "http://h/v1", modelName: "m", keyVariable: "K" } });
});

it("without a models.yaml only the built-in models are there", async () => {
  expect((await readModelCatalog({ cwd: join(folder, "strategies"), root: folder })).configured).toEqual([]);
});

it("a key is read from its variable; one that is not set is the user's fault", () => {
  const model = resolveModel("deepseek-chat", catalog);
  expect(keyOf(model, { DEEPSEEK_API_KEY: " k " })).toBe("k");
  expect(() => keyOf(model, {})).toThrow("deepseek-chat needs a key in the environment variable DEEPSEEK_API_KEY");
  expect(keyOf(resolveModel("replay/able", catalog), {})).toBeNull();
});
