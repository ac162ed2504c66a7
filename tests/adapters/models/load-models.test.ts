import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { endpointModel, loadModels } from "../../../src/adapters/models/load-models.ts";
import { modelSchema } from "../../../src/core/model.ts";

function load(text: string): ReturnType<typeof loadModels> {
  return loadModels({ file: "models.yaml", text });
}

const minimal = "models:\n  - id: a\n    baseUrl: http://localhost:8000/v1\n";

it("an entry of id and baseUrl gets every default", () => {
  expect(load(minimal)).toEqual([
    {
      id: "a",
      provider: {
        kind: "openai",
        baseUrl: "http://localhost:8000/v1",
        api: "chat",
        keyVariable: null,
        modelName: "a",
        concurrency: 4,
        timeoutMs: 600_000,
        maxRetries: 5,
      },
      generation: { temperature: 0.01, topP: 0.8, maxTokens: 8192, reasoningEffort: null },
      prices: { input: null, cachedInput: null, output: null },
      openWeights: null,
      parametersB: { total: null, active: null },
      country: null,
      released: null,
      tags: [],
    },
  ]);
});

it("models.example.yaml is valid, its models pass the schema of run.json, and no price is invented", () => {
  const models = loadModels({ file: "models.example.yaml", text: readFileSync("models.example.yaml", "utf8") });
  expect(models.length).toBeGreaterThanOrEqual(8);
  for (const model of models) {
    expect(modelSchema.parse(model)).toEqual(model);
    expect(model.prices).toEqual({ input: null, cachedInput: null, output: null });
  }
});

it("an empty file has no models", () => {
  expect(load("")).toEqual([]);
});

it.each([
  ["a misspelt key", `${minimal}    maxRetrys: 3\n`, 'models[0]: unknown "maxRetrys" (did you mean "maxRetries"?)'],
  [
    "a misspelt key inside",
    `${minimal}    generation: { temprature: 1 }\n`,
    'models[0].generation: unknown "temprature" (did you mean "temperature"?)',
  ],
  ["a wrong type", `${minimal}    generation: { maxTokens: many }\n`, "models[0].generation.maxTokens: "],
  ["a bad API style", `${minimal}    api: completions\n`, "models[0].api: "],
  ["a URL without http", "models:\n  - { id: a, baseUrl: ftp://x }\n", "models[0].baseUrl: "],
  ["a password", "models:\n  - { id: a, baseUrl: 'http://me:secret@x/v1' }\n", "models[0].baseUrl: wants neither user"],
  [
    "a key in it",
    "models:\n  - { id: a, baseUrl: 'http://x/v1?key=secret' }\n",
    "models[0].baseUrl: wants neither user",
  ],
  ["a bad date", `${minimal}    released: 2026-13-01\n`, "models[0].released: a date such as 2026-01-31"],
  ["two equal ids", `${minimal}  - { id: a, baseUrl: http://x }\n`, 'models[1].id: "a" is there twice'],
  ["a reserved id", "models:\n  - { id: replay/a, baseUrl: http://x }\n", 'models[0].id: "replay/a" is reserved'],
  ["broken YAML", "models:\n  - id: [a\n", "models.yaml:3"],
  ["a list at the top", "- id: a\n", "the file: "],
])("%s is reported with its place", (_name, text, message) => {
  expect(() => load(text)).toThrow(
    expect.objectContaining({ name: "UserError", message: expect.stringContaining(message) }),
  );
});

it("an endpoint of the command line gets the same checks", () => {
  expect(endpointModel({ id: "x", baseUrl: "http://h/v1", modelName: "y", api: "responses" }).provider).toMatchObject({
    modelName: "y",
    api: "responses",
    keyVariable: null,
  });
  expect(() => endpointModel({ id: "x", baseUrl: "h" })).toThrow("baseUrl: ");
});
