import { describe, expect, it } from "vitest";
import { recordSchemas } from "../../src/core/record-schemas.ts";
import { sourceOf } from "./source-files.ts";

type Json = { readonly [key: string]: unknown };

/** Every property of a schema, with the path to it. */
function properties(schema: unknown, path: string): readonly { readonly path: string; readonly schema: Json }[] {
  if (Array.isArray(schema)) return schema.flatMap((one, index) => properties(one, `${path}[${index}]`));
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema as Json).flatMap(([key, value]) => {
    if (key !== "properties") return properties(value, path);
    return Object.entries(value as Json).flatMap(([name, inner]) => [
      { path: `${path}.${name}`, schema: inner as Json },
      ...properties(inner, `${path}.${name}`),
    ]);
  });
}

describe("JSON Schemas of stored records", () => {
  const schemas = Object.entries(recordSchemas());

  it.each(schemas)("reports/schema/%s is what `walkforward schema` writes", (name, schema) => {
    expect(sourceOf(`reports/schema/${name}`)).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });

  it.each(schemas)("%s says what every field of the record is", (name, schema) => {
    const fields = properties(schema, name);
    expect(fields.length).toBeGreaterThan(5);
    expect(
      fields.filter((field) => typeof field.schema["description"] !== "string").map((field) => field.path),
    ).toEqual([]);
  });
});
