import { resolve } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";

/** `walkforward schema`: the JSON Schemas of what a run stores. */
export function schemaCommand(io: Io): Command {
  return new Command("schema")
    .description("print the JSON Schemas of the files of a run folder, or write them")
    .option("--out <dir>", "write one file a schema into this folder")
    .addHelpText("after", "\nExample:\n  walkforward schema --out reports/schema")
    .action(async (options: { readonly out?: string }) => {
      const { recordSchemas } = await import("../../core/record-schemas.ts");
      const schemas = recordSchemas();
      if (options.out === undefined) {
        io.out(`${JSON.stringify(schemas, null, 2)}\n`);
        return;
      }
      const { writeFileAtomic } = await import("../../adapters/shared/write-file-atomic.ts");
      for (const [name, schema] of Object.entries(schemas)) {
        writeFileAtomic(resolve(io.cwd, options.out, name), `${JSON.stringify(schema, null, 2)}\n`);
      }
    });
}
